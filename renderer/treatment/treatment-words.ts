import type { Treatment } from '../../shared/contract/treatments.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import type { ScreenWords } from '../app/words/use-words.ts';

/** From when to when a treatment was given. */
export function whenWords(
  { startedOn, endedOn }: Pick<Treatment, 'startedOn' | 'endedOn'>,
  words: Pick<ScreenWords, 'say' | 'sayOf'>,
): string {
  const from = sayDay(startedOn, words);
  if (endedOn === null) return words.say('treatment.since', { from });
  if (endedOn === startedOn) return words.say('treatment.once', { from });
  return words.say('treatment.from-to', { from, to: sayDay(endedOn, words) });
}

/** What goes on first, then what ended, each the newest first. */
export function inOrder(treatments: readonly Treatment[]): readonly Treatment[] {
  const ended = (each: Treatment) => (each.endedOn === null ? 0 : 1);
  return [...treatments].sort((a, b) => ended(a) - ended(b) || (a.startedOn < b.startedOn ? 1 : -1));
}
