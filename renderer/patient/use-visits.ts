import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client-provider.tsx';

/** The patient's assessments, the newest first. */
export function useVisits(patientId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['assessments', patientId], queryFn: () => client.assessments.list({ patientId }) });
}
