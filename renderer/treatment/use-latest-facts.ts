import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AssessmentSummary } from '../../shared/contract/assessments.ts';
import type { Patient } from '../../shared/contract/patients.ts';
import type { Treatment } from '../../shared/contract/treatments.ts';
import { type Answer, factsOfAnswers } from '../../shared/findings/answer.ts';
import { type Catalogue, catalogue as ourCatalogue } from '../../shared/findings/catalogue.ts';
import { ageInYears } from '../../shared/findings/demographics.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';
import { recordFacts } from '../../shared/treatment/record-facts.ts';
import { withWarnings } from '../../shared/treatment/safety-facts.ts';
import { useClient } from '../app/client-provider.tsx';

/** What is known that could speak against a treatment; `on`: the day of the newest assessment with any answer, null where there is none. */
export interface LatestFacts {
  readonly facts: CaseFacts;
  readonly on: string | null;
}

interface Known {
  readonly patient: Patient | undefined;
  readonly visits: readonly AssessmentSummary[];
  readonly treatments: readonly Treatment[];
  readonly today: string;
}

/** The facts of the newest assessment, the banner's warnings and the treatments recorded; null while they are read. */
export function useLatestFacts({ patient, visits, treatments, today }: Known, catalogue: Catalogue = ourCatalogue): LatestFacts | null {
  const client = useClient();
  const latest = visits.find((visit) => visit.answered > 0);
  const { data } = useQuery({
    queryKey: ['assessment', latest?.id],
    queryFn: () => client.assessments.open({ assessmentId: latest?.id ?? '' }),
    enabled: latest !== undefined,
  });
  return useMemo(() => {
    if (patient === undefined || (latest !== undefined && data === undefined)) return null;
    const answers = data?.answers ?? [];
    const byFinding: Record<string, Answer> = Object.fromEntries(answers.map(({ finding, state, value }) => [finding, { state, value }]));
    const facts: CaseFacts = {
      setting: data?.setting ?? 'primary-care',
      patient: { ageYears: ageInYears(patient.birthDate, today), sex: patient.sex },
      findings: factsOfAnswers(byFinding, catalogue),
      record: recordFacts(treatments, today),
    };
    return { facts: withWarnings(facts, patient.warnings), on: data?.on ?? null };
  }, [patient, latest, data, treatments, today, catalogue]);
}
