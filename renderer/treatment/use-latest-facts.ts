import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AssessmentSummary } from '../../shared/contract/assessments.ts';
import type { Treatment } from '../../shared/contract/treatments.ts';
import { type Answer, factsOfAnswers } from '../../shared/findings/answer.ts';
import { type Catalogue, catalogue as ourCatalogue } from '../../shared/findings/catalogue.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';
import { recordFacts } from '../../shared/treatment/record-facts.ts';
import { useClient } from '../app/client-provider.tsx';

/** What the newest assessment with any answer knows of the patient, and the day it is of; null where there is none. */
export interface LatestFacts {
  readonly facts: CaseFacts;
  readonly on: string;
}

export function useLatestFacts(
  visits: readonly AssessmentSummary[],
  treatments: readonly Treatment[],
  today: string,
  catalogue: Catalogue = ourCatalogue,
): LatestFacts | null {
  const client = useClient();
  const latest = visits.find((visit) => visit.answered > 0);
  const { data } = useQuery({
    queryKey: ['assessment', latest?.id],
    queryFn: () => client.assessments.open({ assessmentId: latest?.id ?? '' }),
    enabled: latest !== undefined,
  });
  return useMemo(() => {
    if (data === undefined) return null;
    const answers: Record<string, Answer> = Object.fromEntries(
      data.answers.map(({ finding, state, value }) => [finding, { state, value }]),
    );
    return {
      facts: {
        setting: data.setting,
        patient: data.patient,
        findings: factsOfAnswers(answers, catalogue),
        record: recordFacts(treatments, today),
      },
      on: data.on,
    };
  }, [data, treatments, today, catalogue]);
}
