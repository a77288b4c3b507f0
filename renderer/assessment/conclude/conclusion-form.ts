import type { ConditionOrOther } from '../../../shared/classification/result.ts';
import type { Conclusion } from '../../../shared/contract/assessments.ts';

/** A conclusion that is being written: nothing is decided for the clinician, so agreement may still be open. */
export interface ConclusionForm extends Omit<Conclusion, 'agreement'> {
  readonly agreement: Conclusion['agreement'] | null;
}

const empty: ConclusionForm = {
  workingDiagnosis: [],
  agreement: null,
  reason: '',
  note: '',
  plan: '',
  forPatient: '',
  reviewOn: null,
};

export function formOfConclusion(conclusion: Conclusion | null): ConclusionForm {
  return conclusion ?? empty;
}

/** What is still missing before it can be saved or signed; null where it is complete. */
function missingIn(form: ConclusionForm): 'agreement' | 'reason' | null {
  if (form.agreement === null) return 'agreement';
  return form.agreement === 'overrides' && form.reason.trim() === '' ? 'reason' : null;
}

/** The conclusion that a complete form states; null where something is missing. */
export function conclusionOf(form: ConclusionForm): Conclusion | null {
  const { agreement } = form;
  return agreement === null || missingIn(form) !== null ? null : { ...form, agreement };
}

export function sameConclusion(one: Conclusion | null, other: Conclusion | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What the program suggests, as the working diagnosis would hold it. */
export function suggestionOf(conditions: readonly ConditionOrOther[]): ConditionOrOther[] {
  return [...conditions].slice(0, 4);
}
