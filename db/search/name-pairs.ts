import type { Reading } from '../connection/handles.ts';
import type { ListRow } from '../list-row.ts';
import { searchTextOf } from './fold.ts';
import { longerFamilies, namesOf, ofFamily } from './name-order.ts';
import { type Rank, rankIn, type Word } from './words.ts';

/** So many different family names that begin alike are looked into. */
const mostFamilies = 12;
/** Mueller may stand in the list's order as Muller: umlauts are left out there. */
const withoutUmlauts = (form: string) => form.replaceAll(/([aou])e/gu, '$1');
const inOrder = (word: Word) => new Set(word.flatMap((form) => [form, withoutUmlauts(form)]));

/** One way of taking the words: a form of one as the family name's beginning, of another as the given name's. */
interface Pair {
  readonly family: string;
  readonly given: string;
}

/** Words with more letters first: fewer families begin with them. */
function pairsOf(words: readonly Word[]): readonly Pair[] {
  const longestFirst = [...words].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0)).slice(0, 3);
  return longestFirst.flatMap((family) =>
    longestFirst
      .filter((given) => given !== family)
      .flatMap((given) => [...inOrder(family)].flatMap((one) => [...inOrder(given)].map((other) => ({ family: one, given: other })))),
  );
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
  let left = mostFamilies;
  for (const pair of pairsOf(words)) {
    for (const family of longerFamilies(reading, pair.family)) {
      if (left === 0) return;
      left -= 1;
      yield* ofFamily(reading, family, pair.given, most);
    }
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
