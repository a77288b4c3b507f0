import { type Reading, type SqlRead, sqlReads } from '../connection/handles.ts';
import { birthDatesOf } from './birth-date.ts';
import { foldedWords } from './fold.ts';

export interface Candidates {
  /** Patient keys, each once, with how well each matches: 0 a birth date or whole words, 1 beginnings of words, 2 any part. */
  readonly ranks: ReadonlyMap<number, number>;
  /** More matched than are given. */
  readonly more: boolean;
}

/** So many are ranked and shown; beyond that the search wants another letter. */
const mostCandidates = 200;

const lookUp = sqlReads((prepare) => ({
  words: prepare('select rowid as key from patient_word where patient_word match ? limit ?'),
  parts: prepare(
    `select patient_part.rowid as key from patient_part join patient on patient.key = patient_part.rowid
     where patient_part match ? and not exists (select 1 from json_each(?) as word where not exists
       (select 1 from json_each(word.value) as form where instr(patient.search_text, form.value) > 0)) limit ?`,
  ),
  births: prepare('select key from patient where birth_date in (select value from json_each(?)) limit ?'),
}));

const quoted = (word: string) => `"${word}"`;
const trigrams = (word: string) => Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3));

/** Digits, and what people write between them. */
const numberLike = /^[\d\s()+/.-]+$/u;

type Word = readonly string[];

/** The words that must all match, each in any of its forms; a number is one word, however it is parted. */
function wordsOf(search: string): readonly Word[] {
  if (!numberLike.test(search)) return foldedWords(search);
  const digits = search.replaceAll(/\D/gu, '');
  return digits === '' ? [] : [[digits]];
}

/** Full-text query: every word, in one of its forms. */
const matching = (words: readonly Word[], term: (form: string) => string) =>
  words.map((forms) => `(${forms.map(term).join(' OR ')})`).join(' AND ');

const longEnough = (word: Word) => word.every((form) => form.length >= 3);
const allParts = (form: string) => `(${[...new Set(trigrams(form))].map(quoted).join(' AND ')})`;

function substrings(parts: SqlRead, words: readonly Word[], limit: number): readonly unknown[] {
  const indexed = words.filter(longEnough);
  return indexed.length === 0 ? [] : parts.all(matching(indexed, allParts), JSON.stringify(words), limit);
}

/**
 * The patients that a search may mean, at most 200: birth dates and whole words, then beginnings of words, then any part of three letters
 * or more. Every word must match. Each step stops as soon as there are enough, so that no search costs more than the practice's size allows.
 */
export function candidatesOf(reading: Reading, search: string, thisYear: number): Candidates {
  const statements = lookUp(reading);
  const ranks = new Map<number, number>();
  const take = (rank: number, rows: readonly unknown[]) => {
    for (const { key } of rows as readonly { key: number }[]) if (!ranks.has(key)) ranks.set(key, rank);
  };
  // One more than is shown tells that there is more; those found before may come again.
  const limit = () => mostCandidates + 1 + ranks.size;

  const dates = birthDatesOf(search, thisYear);
  if (dates.length > 0) take(0, statements.births.all(JSON.stringify(dates), limit()));
  const words = wordsOf(search);
  if (words.length > 0) {
    const exactly = matching(words, quoted);
    const beginning = matching(words, (form) => `${quoted(form)} *`);
    if (ranks.size <= mostCandidates) take(0, statements.words.all(exactly, limit()));
    if (ranks.size <= mostCandidates) take(1, statements.words.all(beginning, limit()));
    if (ranks.size <= mostCandidates) take(2, substrings(statements.parts, words, limit()));
  }
  return { ranks: new Map([...ranks].slice(0, mostCandidates)), more: ranks.size > mostCandidates };
}
