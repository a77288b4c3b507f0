import type { ConditionOrOther } from '../../../shared/classification/result.ts';
import type { Conclusion } from '../../../shared/contract/assessments.ts';

/** A conclusion that nobody has begun: nothing is decided for the clinician. */
export const emptyConclusion: Conclusion = {
  workingDiagnosis: [],
  agreement: 'open',
  reason: '',
  note: '',
  plan: '',
  forPatient: '',
  reviewOn: null,
};

/** What is still missing before it can be signed; null where nothing is. */
export function missingToSign(conclusion: Conclusion): 'agreement' | 'reason' | null {
  if (conclusion.agreement === 'open') return 'agreement';
  return conclusion.agreement === 'overrides' && conclusion.reason.trim() === '' ? 'reason' : null;
}

export function sameConclusion(one: Conclusion, other: Conclusion | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other ?? emptyConclusion);
}

/** What the program suggests, as the working diagnosis would hold it. */
export function suggestionOf(conditions: readonly ConditionOrOther[]): ConditionOrOther[] {
  return [...conditions].slice(0, 4);
}
