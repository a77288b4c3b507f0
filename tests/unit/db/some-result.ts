import type { ClassificationResult } from '../../../shared/classification/result.ts';

/** A result as the classification gives it; the store keeps it as it is. */
export const someResult: ClassificationResult = {
  format: 'leg-symptom-result/1',
  caseId: null,
  rulesVersion: '1.0.0+abcdef01',
  conclusion: { kind: 'undetermined', conditions: [], urgency: 'none' },
  differential: [],
  pairs: [],
  firmness: { wrongAnswersToChange: null, settled: false },
  redFlags: [],
  instruments: [],
  conflicts: [],
  nextQuestions: [],
};
