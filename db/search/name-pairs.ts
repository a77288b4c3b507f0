import { type Reading, sqlReads } from '../connection/handles.ts';
import { type ListRow, listColumns } from '../list-row.ts';
import { searchTextOf } from './fold.ts';
import { type Rank, rankIn, type Word } from './words.ts';

/** So many different family names that begin alike are looked into. */
const mostFamilies = 40;
const last = '\u{10ffff}';
/** Between family and given name in the key of the list's order. */
const between = '\u0001';

const lookUp = sqlReads((prepare) => ({
  next: prepare('select sort_key as sortKey from patient where sort_key > ? and sort_key < ? order by sort_key limit 1'),
  range: prepare(`select ${listColumns} from patient where sort_key >= ? and sort_key < ? order by sort_key, key limit ?`),
}));

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

function inFamily(reading: Reading, { family, given }: Pair, most: number): readonly ListRow[] {
  const from = `${family}${between}${given}`;
  return lookUp(reading).range.all(from, `${from}${last}`, most) as ListRow[];
}

/** The families whose name goes on after these letters, one after the other by the index. */
function* longerFamilies(reading: Reading, family: string): Generator<string> {
  let after = `${family}${between}${last}`;
  for (;;) {
    const found = lookUp(reading).next.get(after, `${family}${last}`) as { readonly sortKey: string } | undefined;
    if (found === undefined) return;
    const [name = ''] = found.sortKey.split(between);
    yield name;
    after = `${name}${between}${last}`;
  }
}

/** Each row once, with how well all words match. The list's order leaves umlauts out, so that where it does not match, the whole text may. */
function* ranked(rows: Iterable<ListRow>, words: readonly Word[]): Generator<Ranked> {
  for (const row of rows) {
    const rank = rankIn(row.sortKey.replace(between, ' '), words) ?? rankIn(searchTextOf({ ...row, phone: '' }), words);
    if (rank !== null) yield { row, rank };
  }
}

function* inFamilies(reading: Reading, words: readonly Word[], most: number): Generator<ListRow> {
  for (const pair of pairsOf(words)) yield* inFamily(reading, pair, most);
}

function* inLongerFamilies(reading: Reading, words: readonly Word[], most: number): Generator<ListRow> {
  let left = mostFamilies;
  for (const pair of pairsOf(words)) {
    for (const family of longerFamilies(reading, pair.family)) {
      if (left === 0) return;
      left -= 1;
      yield* inFamily(reading, { ...pair, family }, most);
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
