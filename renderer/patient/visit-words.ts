import type { AssessmentSummary } from '../../shared/contract/assessments.ts';
import type { ScreenWords } from '../app/words/use-words.ts';

/** Who signed a visit, or how far its draft is; whether the clinician went against the suggestion; a broken signature before all. */
export function visitSmallPrint(visit: AssessmentSummary, { say }: Pick<ScreenWords, 'say'>): string {
  const { signature, conclusion, ownerName, answered } = visit;
  const state =
    signature === null
      ? say('patient.visit.draft', { name: ownerName, answered })
      : say('patient.visit.signed', { name: signature.signedBy });
  return [
    signature?.intact === false ? say('patient.visit.broken') : null,
    state,
    signature === null && conclusion !== null ? say('patient.visit.concluded') : null,
    conclusion?.agreement === 'overrides' ? say('patient.visit.overrides') : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
