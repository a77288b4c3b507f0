import type { Assessment } from '../../shared/contract/assessments.ts';
import { clockOf, dayOf, sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';

/** Draft, signed, or signed and no longer matching. */
export function StandingState({ assessment: { signature } }: { readonly assessment: Assessment }) {
  const words = useWords();
  if (signature === null) return words.say('report.draft-state');
  if (!signature.intact) return words.say('report.not-intact');
  return words.say('report.signed-state', { day: sayDay(dayOf(signature.signedAt), words), clock: clockOf(signature.signedAt) });
}
