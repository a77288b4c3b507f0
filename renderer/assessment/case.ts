import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Assessment } from '../../shared/contract/assessments.ts';
import { caseFactsOf } from '../../shared/findings/case-facts.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';
import { useClient } from '../app/client-provider.tsx';
import type { Answers } from './draft/draft.ts';

/** The facts that the screen weighs: the assessment's patient and setting, its answers, and the practice's own pre-test chances. */
export function useCaseFacts(assessment: Assessment, answers: Answers): CaseFacts {
  const client = useClient();
  const priors = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) }).data?.practice.priors;
  return useMemo(
    () => caseFactsOf({ setting: assessment.setting, patient: assessment.patient, answers }, priors),
    [assessment.setting, assessment.patient, answers, priors],
  );
}
