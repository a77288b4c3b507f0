import type { Reading } from '../connection/handles.ts';
import type { ListRow } from '../list-row.ts';
import { searchTextOf } from './fold.ts';
import { longerFamilies, namesOf, ofFamily } from './name-order.ts';
import { type Rank, rankIn, type Word } from './words.ts';

/** For each way of taking the words, so many different family names that begin alike are looked into. */
const mostFamilies = 6;
/** Mueller may stand in the list's order as Muller: umlauts are left out there. */
const withoutUmlauts = (form: string) => form.replaceAll(/([aou])e/gu, '$1');

/** One way of taking the words: some as the family name's beginning, others as the given name's. */
interface Pair {
  readonly family: string;
  readonly given: string;
}

/** Each parting of the words in two, either part the family name: van der Berg Jan, Mary Ann Smith; and all of them as one. */
function partings(words: readonly string[]): readonly Pair[] {
  const pairs = words.slice(1).flatMap((_, before) => {
    const [first, second] = [words.slice(0, before + 1).join(' '), words.slice(before + 1).join(' ')];
    return [
      { family: first, given: second },
      { family: second, given: first },
    ];
  });
  return [...pairs, { family: words.join(' '), given: '' }];
}

/** So many words are taken as names, those with most letters. */
const mostWords = 5;

/** Each word as the list's order may have it: as typed, without umlauts, as Greek. */
function pairsOf(words: readonly Word[]): readonly Pair[] {
  const longest = new Set([...words].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0)).slice(0, mostWords));
  const kept = words.filter((word) => longest.has(word));
  const ways = [
    kept.map(([plain = '']) => plain),
    kept.map(([plain = '']) => withoutUmlauts(plain)),
    kept.map((word) => word.at(-1) ?? ''),
  ];
  const distinct = new Map(ways.map((way) => [way.join(' '), way]));
  return [...distinct.values()].flatMap(partings);
}

/** Each row once, with how well all words match. The list's order leaves umlauts out, so that where it does not match, the whole text may. */
function* ranked(rows: Iterable<ListRow>, words: readonly Word[]): Generator<Ranked> {
  for (const row of rows) {
    const rank = rankIn(namesOf(row), words) ?? rankIn(searchTextOf({ ...row, phone: '' }), words);
    if (rank !== null) yield { row, rank };
  }
}

function* inFamilies(reading: Reading, words: readonly Word[], most: number): Generator<ListRow> {
  for (const pair of pairsOf(words)) yield* ofFamily(reading, pair.family, pair.given, most);
}

function* inLongerFamilies(reading: Reading, words: readonly Word[], most: number): Generator<ListRow> {
  for (const pair of pairsOf(words)) {
    for (const family of longerFamilies(reading, pair.family, mostFamilies)) yield* ofFamily(reading, family, pair.given, most);
  }
}

export interface Ranked {
  readonly row: ListRow;
  readonly rank: Rank;
}

/**
 * Patients one of whose names are two of the words: the whole family name, and the beginning of the given name, in either order. At most so
 * many of each pair, with how well all words match.
 */
export const wholeFamilies = (reading: Reading, words: readonly Word[], most: number): Generator<Ranked> =>
  ranked(inFamilies(reading, words, most), words);

/**
 * The same where the family name only begins with the word. Every step is a look into the index by name, so that two frequent names are
 * never compared patient by patient.
 */
export const longerFamilyNames = (reading: Reading, words: readonly Word[], most: number): Generator<Ranked> =>
  ranked(inLongerFamilies(reading, words, most), words);
