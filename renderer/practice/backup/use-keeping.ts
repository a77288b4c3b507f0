import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/client-provider.tsx';

const watching = 400;
const usual = 60_000;

/** When the last backup was made and what runs beside the work; looked at closely while something does, or is waited for. */
export function useKeeping(waiting = false) {
  const client = useClient();
  return useQuery({
    queryKey: ['keeping', 'status'],
    queryFn: () => client.keeping.status({}),
    refetchInterval: (query) => (waiting || (query.state.data?.running ?? null) !== null ? watching : usual),
  });
}

/** Where backups go, and what lies there. */
export function useBackups() {
  const client = useClient();
  return useQuery({ queryKey: ['keeping', 'list'], queryFn: () => client.keeping.list({}) });
}
