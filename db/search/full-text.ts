import { type Reading, sqlReads } from '../connection/handles.ts';
import { hasParts, type Rank, type Word } from './words.ts';

// A number is bound as a float, and by a float the index does not stop: hence the casts.
const lookUp = sqlReads((prepare) => ({
  words: prepare('select rowid as key from patient_word where patient_word match ? and rowid <= cast(? as integer) limit ?'),
  parts: prepare('select rowid as key from patient_part where patient_part match ? and rowid <= cast(? as integer) limit ?'),
  // The plus keeps SQLite from asking the index of parts anew for each patient.
  partsAndWords: prepare(
    `select rowid as key from patient_part where patient_part match ? and rowid <= cast(? as integer)
     and +rowid in (select rowid from patient_word where patient_word match ? and rowid <= cast(? as integer)) limit ?`,
  ),
}));

const whole = (form: string) => `"${form}"`;
const beginning = (form: string) => `"${form}" *`;
const matching = (words: readonly Word[], term: (form: string) => string) =>
  words.map((forms) => `(${forms.map(term).join(' OR ')})`).join(' AND ');

/** So many keys at most, none above `upTo`. */
interface Within {
  readonly most: number;
  readonly upTo: number;
}

/**
 * Keys of patients with all these words, as well as `rank` says or better, in the order they were registered; as parts, where a word is too
 * short for one, as a beginning. One word is one list of the index, left as soon as there are enough; several are compared as far as `upTo`.
 */
export function keysWith(reading: Reading, rank: Rank, words: readonly Word[], { most, upTo }: Within): readonly number[] {
  const { words: inWords, parts, partsAndWords } = lookUp(reading);
  const long = words.filter(hasParts);
  const keys = () => {
    if (rank === 0) return inWords.all(matching(words, whole), upTo, most);
    if (rank === 1 || long.length === 0) return inWords.all(matching(words, beginning), upTo, most);
    if (long.length === words.length) return parts.all(matching(words, beginning), upTo, most);
    const short = words.filter((word) => !hasParts(word));
    return partsAndWords.all(matching(long, beginning), upTo, matching(short, beginning), upTo, most);
  };
  return (keys() as { readonly key: number }[]).map(({ key }) => key);
}
