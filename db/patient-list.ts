import type { PatientRow } from '../shared/contract/patients.ts';
import { type Reading, sqlReads } from './connection/handles.ts';
import { countPatients, heldBy, type PatientCounts, type PatientFilter } from './list-filters.ts';
import { type ListRow, listColumns, patientRowOf } from './list-row.ts';
import { stretchHolding } from './list-stretches.ts';
import { foundRows } from './search/found-rows.ts';

// A list is read hundreds of rows at a time at each key stroke, so it goes past the query builder's mapping.
const lookUp = sqlReads((prepare) => ({
  from: prepare(`select ${listColumns} from patient where (sort_key, key) >= (?, ?) order by sort_key, key limit ? offset ?`),
}));

export interface ListQuery {
  readonly search: string;
  readonly filter: PatientFilter;
  readonly offset: number;
  readonly limit: number;
  readonly today: string;
}
export interface ListPage {
  readonly rows: PatientRow[];
  /** How many there are in all; with a search, how many are ranked. */
  readonly total: number;
  readonly more: boolean;
  readonly counts: PatientCounts;
}

function pageByName(reading: Reading, { offset, limit }: ListQuery): readonly ListRow[] {
  const stretch = stretchHolding(reading, offset);
  if (stretch === null) return [];
  return lookUp(reading).from.all(stretch.sortKey, stretch.key, limit, offset - stretch.before) as ListRow[];
}

/**
 * One page of the list, by name; `review-due` by the day of the review, longest overdue first. With a search the best matches first, at most
 * 200 of them, `more` where there are others; a search costs less the shorter its page.
 */
export function listPatients(reading: Reading, query: ListQuery): ListPage {
  const counts = countPatients(reading, query.today);
  if (query.search.trim() !== '') {
    const { rows, total, more } = foundRows(reading, query, counts);
    return { rows: rows.map(patientRowOf), total, more, counts };
  }
  const { filter } = query;
  const rows = filter === 'all' ? pageByName(reading, query) : heldBy(reading, filter, query);
  return { rows: rows.map(patientRowOf), total: counts[filter], more: false, counts };
}
