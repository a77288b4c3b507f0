import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client-provider.tsx';

/** What was tried and what goes on. */
export function useTreatments(patientId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['treatments', patientId], queryFn: () => client.treatments.list({ patientId }) });
}
