import { type Reading, sqlReads } from '../connection/handles.ts';
import { type ListRow, listColumns } from '../list-row.ts';
import { searchTextOf } from './fold.ts';
import { type Rank, rankIn, type Word } from './words.ts';

/** So many different family names that begin alike are looked into, for each pair. */
const mostFamilies = 100;
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
  for (let families = 0; families < mostFamilies; families += 1) {
    const found = lookUp(reading).next.get(after, `${family}${last}`) as { readonly sortKey: string } | undefined;
    if (found === undefined) return;
    const [name = ''] = found.sortKey.split(between);
    yield name;
    after = `${name}${between}${last}`;
  }
}

/** The rows of every pair: families that are the whole word before those that only begin with it. */
function* rowsOf(reading: Reading, pairs: readonly Pair[], most: number): Generator<ListRow> {
  for (const pair of pairs) yield* inFamily(reading, pair, most);
  for (const pair of pairs) {
    for (const family of longerFamilies(reading, pair.family)) yield* inFamily(reading, { ...pair, family }, most);
  }
}

/**
 * Patients whose family name begins with one of the words and whose given name with another, in either order, with how well all words match;
 * so many at most. Every step is a look into the index by name, so that two frequent names are never compared patient by patient.
 */
export function namePairs(reading: Reading, words: readonly Word[], most: number): ReadonlyMap<number, { row: ListRow; rank: Rank }> {
  const found = new Map<number, { row: ListRow; rank: Rank }>();
  for (const row of rowsOf(reading, pairsOf(words), most)) {
    if (found.has(row.key)) continue;
    const rank = rankIn(searchTextOf({ ...row, phone: '' }), words);
    if (rank !== null) found.set(row.key, { row, rank });
    if (found.size >= most) break;
  }
  return found;
}
