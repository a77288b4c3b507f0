import { type Reading, sqlReads } from '../connection/handles.ts';
import { type ListRow, listColumns } from '../list-row.ts';

const lookUp = sqlReads((prepare) => ({
  next: prepare('select sort_key as sortKey from patient where sort_key > ? and sort_key < ? order by sort_key limit 1'),
  range: prepare(`select ${listColumns} from patient where sort_key >= ? and sort_key < ? order by sort_key, key limit ?`),
}));

/** After everything that begins alike. */
const last = '\u{10ffff}';
/** Between family and given name in the key of the list's order. */
const between = '\u0001';

/** The names of a row as words between spaces. */
export const namesOf = (row: ListRow) => row.sortKey.replace(between, ' ');

/** Patients of a family name whose given name begins so, by name, so many at most. */
export function ofFamily(reading: Reading, family: string, given: string, most: number): readonly ListRow[] {
  const from = `${family}${between}${given}`;
  return lookUp(reading).range.all(from, `${from}${last}`, most) as ListRow[];
}

/** Patients whose family name begins so, by name, so many at most. */
export function ofFamiliesFrom(reading: Reading, beginning: string, most: number): readonly ListRow[] {
  return lookUp(reading).range.all(beginning, `${beginning}${last}`, most) as ListRow[];
}

/** The family names that go on after these letters, one after the other by the index, so many at most. */
export function* longerFamilies(reading: Reading, beginning: string, most: number): Generator<string> {
  let after = `${beginning}${between}${last}`;
  for (let left = most; left > 0; left -= 1) {
    const found = lookUp(reading).next.get(after, `${beginning}${last}`) as { readonly sortKey: string } | undefined;
    if (found === undefined) return;
    const [name = ''] = found.sortKey.split(between);
    yield name;
    after = `${name}${between}${last}`;
  }
}
