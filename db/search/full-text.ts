import { type Reading, sqlReads } from '../connection/handles.ts';
import { shortestPart } from './fold.ts';
import type { Rank, Word } from './words.ts';

const lookUp = sqlReads((prepare) => {
  const words = prepare('select rowid as key from patient_word where patient_word match ? and rowid <= ? limit ?');
  const parts = prepare('select rowid as key from patient_part where patient_part match ? and rowid <= ? limit ?');
  return { 0: words, 1: words, 2: parts };
});

const whole = (form: string) => `"${form}"`;
const beginning = (form: string) => `"${form}" *`;

/** A word with this many letters or more in each form can be found as a part. */
export const hasParts = (word: Word) => word.every((form) => [...form].length >= shortestPart);

/**
 * Keys of patients with all these words, as well as `rank` says or better, in the order they were registered: the first so many, among those
 * up to a key. One word is one list of the index, left as soon as there are enough; several are compared as far as that key.
 */
export function keysWith(
  reading: Reading,
  rank: Rank,
  words: readonly Word[],
  { most, upTo }: { most: number; upTo: number },
): readonly number[] {
  const term = rank === 0 ? whole : beginning;
  const query = words.map((forms) => `(${forms.map(term).join(' OR ')})`).join(' AND ');
  return (lookUp(reading)[rank].all(query, upTo, most) as { readonly key: number }[]).map(({ key }) => key);
}
