import { failureOf } from '../connection/failure-of.ts';
import { type Reading, sqlReads } from '../connection/handles.ts';
import { partsOf } from '../search/fold.ts';
import type { Tell } from './problem.ts';

/** So many patients, evenly spread, are looked for by every word and every part; in a smaller practice all. */
const sampled = 2000;

const holding = (table: string) => `select 1 from ${table} where ${table} match ? and rowid = cast(? as integer)`;
const inSql = sqlReads((prepare) => ({
  patients: prepare('select key, id, search_text as text from patient order by key'),
  count: prepare('select count(*) as rows from patient'),
  words: prepare('select id, sz from patient_word_docsize order by id'),
  parts: prepare('select id from patient_part_docsize order by id'),
  inWords: prepare(holding('patient_word')),
  inParts: prepare(holding('patient_part')),
}));

interface Indexed {
  readonly id: number;
  /** SQLite's variable-length number of how many words were indexed. */
  readonly sz?: Buffer;
}

const wordsIn = ({ sz }: Indexed) => (sz === undefined ? 0 : sz.reduce((sum, byte) => sum * 128 + (byte & 127), 0));
/** What SQLite cuts into words as the program does, beyond doubt. */
const isPlain = (text: string) => /^[a-z0-9]+( [a-z0-9]+)*$/u.test(text);

/** The rows of an index beside the patients, both in the order of their keys; those that no patient has are given to `stray`. */
function inStep(rows: IterableIterator<unknown>, stray: (key: number) => void): (key: number) => Indexed | null {
  let at = rows.next();
  return (key) => {
    while (at.done !== true && (at.value as Indexed).id < key) {
      stray((at.value as Indexed).id);
      at = rows.next();
    }
    if (at.done === true || (at.value as Indexed).id !== key) return null;
    const found = at.value as Indexed;
    at = rows.next();
    return found;
  };
}

const quoted = (text: string, end = '') =>
  text
    .split(' ')
    .map((word) => `"${word}"${end}`)
    .join(' AND ');

/**
 * The indexes that the search is answered from: each patient is in both and nobody else, with so many words; and the words themselves of a
 * sample. An index whose list of one word alone was tampered with is found for the patients of the sample.
 */
function checkRows(reading: Reading, tell: Tell, isTold: (patientId: string) => boolean): void {
  const { patients, count, words, parts, inWords, inParts } = inSql(reading);
  const { rows } = count.get() as { rows: number };
  const step = Math.max(1, Math.floor(rows / sampled));
  const stray = (key: number) => tell({ code: 'search-changed', subject: 'patient', subjectId: `key ${key}` });
  const wordsOf = inStep(words.iterate(), stray);
  const partsAt = inStep(parts.iterate(), stray);
  const isFound = (key: number, text: string) => {
    const ends = partsOf(text);
    return inWords.get(quoted(text), key) !== undefined && (ends === '' || inParts.get(quoted(ends, ' *'), key) !== undefined);
  };
  let at = 0;
  for (const { key, id, text } of patients.iterate() as IterableIterator<{ key: number; id: string; text: string }>) {
    const [word, part] = [wordsOf(key), partsAt(key)];
    const isThere = word !== null && part !== null && (!isPlain(text) || wordsIn(word) === text.split(' ').length);
    const isSampled = at % step === 0 && text !== '';
    if (!isTold(id) && (!isThere || (isSampled && !isFound(key, text))))
      tell({ code: 'search-changed', subject: 'patient', subjectId: id });
    at += 1;
  }
  wordsOf(Number.POSITIVE_INFINITY);
  partsAt(Number.POSITIVE_INFINITY);
}

export function checkSearch(reading: Reading, tell: Tell, isTold: (patientId: string) => boolean): void {
  try {
    checkRows(reading, tell, isTold);
  } catch (error) {
    // An index that is gone, or whose inside is not what the full-text search wrote.
    if (failureOf(error)?.code !== 'store-damaged' && !(error instanceof Error && 'code' in error)) throw error;
    tell({ code: 'search-changed' });
  }
}
