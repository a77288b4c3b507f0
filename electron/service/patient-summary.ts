import type { ClassificationResult } from '../../shared/classification/result.ts';
import type { Conclusion } from '../../shared/contract/assessments.ts';
import type { PatientRow } from '../../shared/contract/patients.ts';

/** What the patients list shows of a patient's newest assessment; parts left out stay as they are. */
export type PatientSummary = Partial<Pick<PatientRow, 'workingDiagnosis' | 'concluded' | 'redFlag' | 'reviewOn'>>;

/** The most urgent open red flag; of equal ones the first that the rules name. */
function redFlagOf({ redFlags }: ClassificationResult): PatientRow['redFlag'] {
  const worst = redFlags.find((flag) => flag.urgency === 'emergency') ?? redFlags[0];
  return worst === undefined ? null : { id: worst.id, urgency: worst.urgency };
}

/** The list follows what the clinician concluded, never what the program suggests; a red flag stands there in either case. */
export function summaryOf(result: ClassificationResult, conclusion: Conclusion | null): PatientSummary {
  const redFlag = redFlagOf(result);
  if (conclusion === null) return { redFlag };
  return { redFlag, workingDiagnosis: conclusion.workingDiagnosis, concluded: true, reviewOn: conclusion.reviewOn };
}
