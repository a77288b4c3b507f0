import { type Reading, sqlReads } from '../connection/handles.ts';
import type { ListRow } from '../list-row.ts';
import { keysWith } from './full-text.ts';
import { ofFamiliesFrom, ofFamily } from './name-order.ts';
import { longerFamilyNames, type Ranked, wholeFamilies } from './name-pairs.ts';
import { type Dated, rankDated, type Typed } from './typed.ts';
import { hasParts, type Rank, rankIn, type Word } from './words.ts';

export interface Candidates {
  /** Patient keys, each once, with how well each matches: a birth date as whole words. */
  readonly ranks: ReadonlyMap<number, Rank>;
  /** The list's rows of those that the search has read already. */
  readonly read: ReadonlyMap<number, ListRow>;
  /** More matched than are given, or may have. */
  readonly more: boolean;
}

/** So many are ranked and shown; beyond that the search wants another letter. */
export const mostCandidates = 200;
/** One more than is shown tells that there is more. */
const enough = mostCandidates + 1;
/** A word that so many have at most is rare: those with it are looked for in the whole practice. */
const mostRead = 100;
/** In a practice of so many patients several frequent words are compared among all; names in pairs in any. */
const mostCompared = 50_000;
/** In a larger one, where no names are found, among so many, the first registered. */
const firstCompared = 10_000;
const everyKey = 2 ** 31 - 1;

const lookUp = sqlReads((prepare) => ({
  born: prepare('select key from patient where birth_date in (select value from json_each(?)) limit ?'),
  bornTexts: prepare(
    'select key, search_text as text, birth_date as birthDate from patient where birth_date in (select value from json_each(?)) limit ?',
  ),
  texts: prepare('select key, search_text as text from patient where key in (select value from json_each(?))'),
  newest: prepare('select max(key) as key from patient'),
}));

/** What a search has found so far. */
class Found {
  readonly ranks = new Map<number, Rank>();
  readonly read = new Map<number, ListRow>();
  mayMiss = false;

  take(key: number, rank: Rank): void {
    if (!this.ranks.has(key)) this.ranks.set(key, rank);
  }
  get full(): boolean {
    return this.ranks.size >= enough;
  }
  /** Those found before may come again. */
  get wanted(): number {
    return enough + this.ranks.size;
  }
}

function takeRows(rows: Iterable<Ranked>, found: Found): void {
  for (const { row, rank } of rows) {
    found.take(row.key, rank);
    found.read.set(row.key, row);
    if (found.full) return;
  }
}

/** Patients whose family name is the word, or begins with it: they stand together in the list's order, and are read together. */
function* families(reading: Reading, word: Word, rank: 0 | 1): Generator<Ranked> {
  const rowsOf = (form: string) => (rank === 0 ? ofFamily(reading, form, '', enough) : ofFamiliesFrom(reading, form, enough));
  for (const form of word) for (const row of rowsOf(form)) yield { row, rank };
}

/** Whole words, then beginnings, then parts of words that are long enough. */
const ranksOf = (words: readonly Word[]): readonly Rank[] => (words.some(hasParts) ? [0, 1, 2] : [0, 1]);

/** One rank after the other, until there are enough. */
function takeByRank(reading: Reading, words: readonly Word[], upTo: number, found: Found, ranks = ranksOf(words)): void {
  const [only] = words.length === 1 ? words : [];
  for (const rank of ranks) {
    if (only !== undefined && rank !== 2) takeRows(families(reading, only, rank), found);
    if (found.full) return;
    for (const key of keysWith(reading, rank, words, { most: found.wanted, upTo })) found.take(key, rank);
  }
}

function takeRead(reading: Reading, keys: readonly number[], words: readonly Word[], found: Found): void {
  for (const { key, text } of lookUp(reading).texts.all(JSON.stringify(keys)) as { key: number; text: string }[]) {
    const rank = rankIn(text, words);
    if (rank !== null) found.take(key, rank);
  }
}

/**
 * Every patient with all words of three letters or more, where one word is so rare that the index itself can be asked for them: the rare
 * one leads it past the entries of the frequent ones. Null where each word is frequent.
 */
function withRareWord(reading: Reading, words: readonly Word[]): readonly number[] | null {
  for (const word of [...words].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))) {
    const keys = keysWith(reading, 2, [word], { most: mostRead + 1, upTo: everyKey });
    if (keys.length > mostRead) continue;
    return hasParts(word) ? keysWith(reading, 2, words.filter(hasParts), { most: mostRead, upTo: everyKey }) : keys;
  }
  return null;
}

/**
 * Several words: those with the rarest where that is rare. Else, in a practice small enough, all words compared patient by patient; in a larger
 * one family and given names by the list's order, and only where that finds nobody the first registered are compared.
 */
function findSeveral(reading: Reading, words: readonly Word[], found: Found): void {
  const few = withRareWord(reading, words);
  if (few !== null) {
    takeRead(reading, few, words, found);
    return;
  }
  const { key: newest } = lookUp(reading).newest.get() as { readonly key: number | null };
  if ((newest ?? 0) <= mostCompared) {
    takeByRank(reading, words, mostCompared, found);
    return;
  }
  found.mayMiss = true;
  takeRows(wholeFamilies(reading, words, enough), found);
  if (!found.full) takeRows(longerFamilyNames(reading, words, enough), found);
  if (found.ranks.size === 0) takeByRank(reading, words, firstCompared, found);
}

function takeBorn(reading: Reading, dates: readonly string[], found: Found): void {
  const born = lookUp(reading).born.all(JSON.stringify(dates), enough) as { readonly key: number }[];
  for (const { key } of born) found.take(key, 0);
}

function takeDated(reading: Reading, dated: Dated, found: Found): void {
  const born = lookUp(reading).bornTexts.all(JSON.stringify(dated.dates), enough) as { key: number; text: string; birthDate: string }[];
  if (born.length >= enough) found.mayMiss = true;
  for (const patient of born) {
    const rank = rankDated(dated, patient);
    if (rank !== null) found.take(patient.key, rank);
  }
}

/**
 * The patients that a search may mean, at most 200: birth dates and whole words, then beginnings of words, then any part of three letters
 * or more. Every word must match. No step looks at more than a fixed number of patients, so that no search costs more as the practice grows.
 */
export function candidatesOf(reading: Reading, typed: Typed): Candidates {
  const found = new Found();
  if (typed.dates.length > 0) takeBorn(reading, typed.dates, found);
  if (typed.dated !== null) takeDated(reading, typed.dated, found);
  for (const words of typed.readings) {
    if (found.full) break;
    if (words.length > 1) findSeveral(reading, words, found);
    else if (words.length === 1) takeByRank(reading, words, everyKey, found, typed.isDate ? [0] : undefined);
  }
  const ranks = new Map([...found.ranks].sort(([, a], [, b]) => a - b).slice(0, mostCandidates));
  const read = new Map([...found.read].filter(([key]) => ranks.has(key)));
  return { ranks, read, more: found.full || found.mayMiss };
}
