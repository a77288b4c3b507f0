import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/client-provider.tsx';
import { LongWork } from '../../practice/backup/long-work.tsx';

const watchingMilliseconds = 400;

/** How far what runs is, while nobody has unlocked; shown for as long as it is waited for. */
export function RescueWork() {
  const client = useClient();
  const status = useQuery({
    queryKey: ['rescue', 'status'],
    queryFn: () => client.rescue.status({}),
    refetchInterval: watchingMilliseconds,
    gcTime: 0,
  });
  const running = status.data?.running ?? null;
  return running === null ? null : <LongWork work={running} />;
}
