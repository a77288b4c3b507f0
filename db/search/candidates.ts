import { type Reading, type SqlRead, sqlReads } from '../connection/handles.ts';
import { birthDatesOf } from './birth-date.ts';
import { foldedWords } from './fold.ts';

export interface Candidates {
  /** Patient keys, each once, with how well each matches: 0 a birth date or whole words, 1 beginnings of words, 2 any part. */
  readonly ranks: ReadonlyMap<number, number>;
  /** More matched than are given, or may have. */
  readonly more: boolean;
}

/** So many are ranked and shown; beyond that the search wants another letter. */
const mostCandidates = 200;
/** So many are compared with a search for parts: those found before may be among them. */
const mostLookedAt = 500;

const lookUp = sqlReads((prepare) => ({
  words: prepare('select rowid as key from patient_word where patient_word match ? limit ?'),
  // Each that the index gives is read and compared: so many and no more, or a search for two common pieces would read the whole practice.
  parts: prepare(
    `select patient.key, not exists (select 1 from json_each(?) as word where not exists
       (select 1 from json_each(word.value) as form where instr(patient.search_text, form.value) > 0)) as matches
     from (select rowid as found from patient_part where patient_part match ? limit ?) join patient on patient.key = found`,
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

/** Patients with every word somewhere in what is searched, until there are enough; gives whether the index had more than may be looked at. */
function takeParts(parts: SqlRead, words: readonly Word[], take: (key: number) => boolean): boolean {
  const indexed = words.filter(longEnough);
  if (indexed.length === 0) return false;
  let looked = 0;
  const found = parts.iterate(JSON.stringify(words), matching(indexed, allParts), mostLookedAt) as IterableIterator<{
    key: number;
    matches: number;
  }>;
  for (const { key, matches } of found) {
    looked += 1;
    if (matches === 1 && take(key)) break;
  }
  return looked === mostLookedAt;
}

/**
 * The patients that a search may mean, at most 200: birth dates and whole words, then beginnings of words, then any part of three letters
 * or more. Every word must match. Each step stops as soon as there are enough, so that no search costs more than the practice's size allows.
 */
export function candidatesOf(reading: Reading, search: string, thisYear: number): Candidates {
  const statements = lookUp(reading);
  const ranks = new Map<number, number>();
  let more = false;
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
    if (ranks.size <= mostCandidates) {
      more = takeParts(statements.parts, words, (key) => {
        if (!ranks.has(key)) ranks.set(key, 2);
        return ranks.size > mostCandidates;
      });
    }
  }
  return { ranks: new Map([...ranks].slice(0, mostCandidates)), more: more || ranks.size > mostCandidates };
}
