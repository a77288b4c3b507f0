import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client-provider.tsx';

/** The record that is open. */
export function usePatient(patientId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['patient', patientId], queryFn: () => client.patients.open({ patientId }) });
}
