import { readEntered } from '../../shared/findings/entered-value.ts';
import type { NumberFinding } from '../../shared/findings/finding.ts';
import { sayQuantity, sayUnit } from '../../shared/messages/finding-values.ts';
import type { Speaking } from '../app/words/use-words.ts';
import { type GivenAnswer, takenBack } from './given-answer.ts';

/** What a typed number comes to: an answer, an answer that is asked to be confirmed, or why it is refused, in words. */
export type EnteredNumber =
  | { readonly kind: 'answer'; readonly answer: GivenAnswer }
  | { readonly kind: 'unusual'; readonly answer: GivenAnswer; readonly question: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Range in the catalogue's unit: "0 to 300 mmHg". */
export function sayRange([low, high]: readonly [number, number], unit: string | null, words: Speaking): string {
  return words.say('field.range', { low: String(low), high: sayQuantity(high, unit, words) });
}

function refusal(finding: NumberFinding, why: string, earlier: GivenAnswer | undefined, words: Speaking): string {
  const kept = earlier?.state === 'present' ? String(earlier.value) : null;
  const what = words.say('field.refused', { label: words.sayOf(`finding.${finding.id}`), why });
  return `${what} ${kept === null ? words.say('field.nothing-recorded') : words.say('field.earlier-kept', { value: kept })}`;
}

/** Reads what was typed into a number field and words what is wrong with it; an empty field takes the answer back. */
export function readTyped(finding: NumberFinding, text: string, earlier: GivenAnswer | undefined, words: Speaking): EnteredNumber {
  const typed = text.trim();
  if (typed === '') return { kind: 'answer', answer: takenBack };
  const read = readEntered(finding, typed);
  if ('code' in read) {
    switch (read.code) {
      case 'impossible': {
        const range = words.say('field.range', { low: String(finding.possible[0]), high: String(finding.possible[1]) });
        const value = /\p{L}/u.test(typed) ? typed : sayQuantity(Number(typed.replace(',', '.')), finding.unit, words);
        return { kind: 'refused', reason: refusal(finding, words.say('field.impossible', { value, range }), earlier, words) };
      }
      case 'unknown-unit':
        return {
          kind: 'refused',
          reason: refusal(finding, words.say('field.unknown-unit', { units: read.units.map(sayUnit).join(', ') }), earlier, words),
        };
      case 'not-whole':
        return { kind: 'refused', reason: refusal(finding, words.say('field.not-whole'), earlier, words) };
      default:
        return { kind: 'refused', reason: refusal(finding, words.say('field.not-a-number'), earlier, words) };
    }
  }
  const answer: GivenAnswer = { state: 'present', value: read.value, entered: { text: typed, unit: read.unit } };
  if (!read.unusual) return { kind: 'answer', answer };
  const question = words.say('field.unusual', {
    label: words.sayOf(`finding.${finding.id}`),
    value: sayQuantity(read.value, finding.unit, words),
    range: sayRange(finding.usual, finding.unit, words),
  });
  return { kind: 'unusual', answer, question };
}
