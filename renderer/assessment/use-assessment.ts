import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client-provider.tsx';

/** The record of one assessment, whoever asks for it. */
export function useAssessment(assessmentId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['assessment', assessmentId], queryFn: () => client.assessments.open({ assessmentId }) });
}
