import { type Reading, sqlReads } from '../connection/handles.ts';
import { heldBy, isHeld, type NarrowFilter, type PatientCounts, type PatientFilter } from '../list-filters.ts';
import { byName, type ListRow, listColumns } from '../list-row.ts';
import { type Candidates, candidatesOf, mostCandidates } from './candidates.ts';
import { rankOf, type Typed, typedOf } from './typed.ts';
import type { Rank } from './words.ts';

const lookUp = sqlReads((prepare) => ({
  ofKeys: prepare(`select ${listColumns} from patient where key in (select value from json_each(?))`),
}));

/** Of so many found, all are read and stand by name within their rank; of more, the page that is asked for. */
const readWhole = 25;
/** The patients of a filter that holds no more are compared one by one, so that a search within it misses nobody. */
const mostCompared = 1000;

interface SearchQuery {
  readonly search: string;
  readonly filter: PatientFilter;
  readonly offset: number;
  readonly limit: number;
  readonly today: string;
}
interface FoundRows {
  readonly rows: readonly ListRow[];
  /** How many are ranked. */
  readonly total: number;
  /** More matched, or may have. */
  readonly more: boolean;
}

interface RankedRow {
  readonly row: ListRow;
  readonly rank: Rank;
}

const pageOf = (found: readonly RankedRow[], { offset, limit }: SearchQuery): readonly ListRow[] =>
  [...found]
    .sort((a, b) => a.rank - b.rank || byName(a.row, b.row))
    .slice(offset, offset + limit)
    .map(({ row }) => row);

function foundWithin(reading: Reading, typed: Typed, query: SearchQuery, filter: NarrowFilter): FoundRows {
  const found = heldBy(reading, filter, { today: query.today, offset: 0, limit: mostCompared }).flatMap((row): RankedRow[] => {
    const rank = rankOf(typed, row);
    return rank === null ? [] : [{ row, rank }];
  });
  const best = pageOf(found, { ...query, offset: 0, limit: mostCandidates });
  const { offset, limit } = query;
  return { rows: best.slice(offset, offset + limit), total: best.length, more: found.length > best.length };
}

/** The rows of these keys in their order, those that the search has read already not read again. */
function rowsOf(reading: Reading, { read }: Candidates, keys: readonly number[]): readonly ListRow[] {
  const unread = JSON.stringify(keys.filter((key) => !read.has(key)));
  const rows = new Map((lookUp(reading).ofKeys.all(unread) as ListRow[]).map((row) => [row.key, row]));
  return keys.flatMap((key) => read.get(key) ?? rows.get(key) ?? []);
}

/**
 * One page of what a search found, best rank first. Within a rank: by name where there are few; else family names by name and then the others as
 * they were registered, which their keys tell: patients found by other words lie anywhere in the file, and only those on the page are read.
 */
export function foundRows(reading: Reading, query: SearchQuery, counts: PatientCounts): FoundRows {
  const { search, filter, offset, limit, today } = query;
  const typed = typedOf(search, Number(today.slice(0, 4)));
  if (filter !== 'all' && counts[filter] <= mostCompared) return foundWithin(reading, typed, query, filter);
  const candidates = candidatesOf(reading, typed);
  const { ranks, more } = candidates;
  const keys = [...ranks.keys()];
  if (filter === 'all' && keys.length > readWhole) {
    return { rows: rowsOf(reading, candidates, keys.slice(offset, offset + limit)), total: keys.length, more };
  }
  const found = rowsOf(reading, candidates, keys)
    .filter((row) => isHeld(filter, row, today))
    .map((row): RankedRow => ({ row, rank: ranks.get(row.key) ?? 0 }));
  return { rows: pageOf(found, query), total: found.length, more };
}
