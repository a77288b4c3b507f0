import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { AssessmentSummary } from '../../shared/contract/assessments.ts';
import { useClient } from '../app/client-provider.tsx';

/** Starts today's assessment, or goes on with the draft that was started today. */
export function useNewAssessment(patientId: string, today: string, visits: readonly AssessmentSummary[] | undefined) {
  const client = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) });
  const open = visits?.find((visit) => visit.state === 'draft' && visit.on === today);
  const go = (assessmentId: string) =>
    navigate({ to: '/patients/$patientId/assessments/$assessmentId', params: { patientId, assessmentId }, search: {} });
  const start = useMutation({
    mutationFn: () =>
      client.assessments.start({
        patientId,
        setting: settings.data?.practice.setting ?? 'primary-care',
        on: today,
        idempotencyId: crypto.randomUUID(),
      }),
    onSuccess: async (assessment) => {
      queries.setQueryData(['assessment', assessment.id], assessment);
      await queries.invalidateQueries({ queryKey: ['assessments', patientId] });
      await queries.invalidateQueries({ queryKey: ['patients'] });
      await go(assessment.id);
    },
  });
  return {
    continues: open !== undefined,
    pending: start.isPending,
    error: start.error,
    run: () => {
      if (open !== undefined) void go(open.id);
      else if (!start.isPending && visits !== undefined && settings.data !== undefined) start.mutate();
    },
  };
}
