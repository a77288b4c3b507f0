import type { PatientRow, patientFilters } from '../shared/contract/patients.ts';
import { type Reading, sqlReads } from './connection/handles.ts';
import { type ListRow, listColumns, patientRowOf } from './list-row.ts';
import { stretchHolding } from './list-stretches.ts';
import { candidatesOf } from './search/candidates.ts';
import { searchTextOf } from './search/fold.ts';

export type PatientFilter = (typeof patientFilters)[number];
export type PatientCounts = Record<PatientFilter, number>;

/** A list is read hundreds of rows at a time at each key stroke, so it goes past the query builder's mapping. Each has its own index. */
const lookUp = sqlReads((prepare) => {
  const rows = (rest: string) => prepare(`select ${listColumns} from patient ${rest}`);
  const page = 'limit ? offset ?';
  const byName = `order by sort_key, key ${page}`;
  return {
    all: rows(`where (sort_key, key) >= (?, ?) ${byName}`),
    today: rows(`where last_seen_on = ? ${byName}`),
    'review-due': rows(`where review_on <= ? order by review_on, sort_key, key ${page}`),
    unsigned: rows(`where drafts > 0 ${byName}`),
    'red-flag': rows(`where red_flag is not null ${byName}`),
    ofKeys: rows('where key in (select value from json_each(?))'),
    bornOn: rows('where birth_date = ? limit 500'),
    counts: prepare(
      `select kind, sum(patients) as patients from patient_count where kind in ('all', 'unsigned', 'red-flag')
       or (kind = 'seen' and day = ?) or (kind = 'review' and day <= ?) group by kind`,
    ),
  };
});

const passes: Record<PatientFilter, (row: ListRow, on: string) => boolean> = {
  all: () => true,
  today: (row, on) => row.lastSeenOn === on,
  'review-due': (row, on) => row.reviewOn !== null && row.reviewOn <= on,
  unsigned: (row) => row.drafts > 0,
  'red-flag': (row) => row.redFlag !== null,
};

/** How many patients each filter holds, from kept counts. `today` as YYYY-MM-DD of the clinic's calendar. */
export function countPatients(reading: Reading, day: string): PatientCounts {
  const rows = lookUp(reading).counts.all(day, day) as { readonly kind: string; readonly patients: number }[];
  const kept = new Map(rows.map(({ kind, patients }) => [kind, patients]));
  const of = (kind: string) => kept.get(kind) ?? 0;
  return { all: of('all'), today: of('seen'), 'review-due': of('review'), unsigned: of('unsigned'), 'red-flag': of('red-flag') };
}

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

const byName = (a: ListRow, b: ListRow) => (a.sortKey === b.sortKey ? a.key - b.key : a.sortKey < b.sortKey ? -1 : 1);

/** Of so many found, all are read and stand by name within their rank; of more, the page that is asked for. */
const readWhole = 25;

function readKeys(reading: Reading, keys: readonly number[]): readonly ListRow[] {
  return lookUp(reading).ofKeys.all(JSON.stringify(keys)) as ListRow[];
}

/**
 * One page of what a search found, best rank first. Within a rank: by name where there are few; else family names by name and then the others as
 * they were registered, which their keys tell: patients found by other words lie anywhere in the file, and only those on the page are read.
 */
function searched(
  reading: Reading,
  { search, filter, offset, limit, today: day }: ListQuery,
): { readonly rows: readonly ListRow[]; readonly total: number; readonly more: boolean } {
  const { ranks, read, more } = candidatesOf(reading, search, Number(day.slice(0, 4)));
  const rowsOf = (keys: readonly number[]) => {
    const unread = readKeys(
      reading,
      keys.filter((key) => !read.has(key)),
    );
    const rows = new Map(unread.map((row) => [row.key, row]));
    return keys.flatMap((key) => read.get(key) ?? rows.get(key) ?? []);
  };
  const page = [offset, offset + limit] as const;
  const keys = [...ranks.keys()];
  if (filter === 'all' && keys.length > readWhole) return { rows: rowsOf(keys.slice(...page)), total: keys.length, more };
  const rank = (row: ListRow) => ranks.get(row.key) ?? 0;
  const rows = rowsOf(keys)
    .filter((row) => passes[filter](row, day))
    .sort((a, b) => rank(a) - rank(b) || byName(a, b));
  return { rows: rows.slice(...page), total: rows.length, more };
}

function pageByName(reading: Reading, offset: number, limit: number): ListRow[] {
  const stretch = stretchHolding(reading, offset);
  if (stretch === null) return [];
  return lookUp(reading).all.all(stretch.sortKey, stretch.key, limit, offset - stretch.before) as ListRow[];
}

function filtered(reading: Reading, { today: day, limit, offset }: ListQuery, filter: Exclude<PatientFilter, 'all'>): ListRow[] {
  const ofDay = filter === 'today' || filter === 'review-due' ? [day] : [];
  return lookUp(reading)[filter].all(...ofDay, limit, offset) as ListRow[];
}

/**
 * One page of the list, by name; `review-due` by the day of the review, longest overdue first. With a search the best matches first, at most
 * 200 of them, `more` where there are others; a search costs less the shorter its page.
 */
export function listPatients(reading: Reading, query: ListQuery): ListPage {
  const counts = countPatients(reading, query.today);
  if (query.search.trim() !== '') {
    const { rows, total, more } = searched(reading, query);
    return { rows: rows.map(patientRowOf), total, more, counts };
  }
  const { offset, limit, filter } = query;
  const rows = filter === 'all' ? pageByName(reading, offset, limit) : filtered(reading, query, filter);
  return { rows: rows.map(patientRowOf), total: counts[filter], more: false, counts };
}

/** Patients already registered who may be the same: born the same day, with a name that begins alike. */
export function lookAlikes(
  reading: Reading,
  { familyName, givenName, birthDate }: { readonly familyName: string; readonly givenName: string; readonly birthDate: string },
): PatientRow[] {
  const starts = (name: string) => {
    const words = searchTextOf({ familyName: name, givenName: '', recordNumber: '', phone: '' }).split(' ');
    return new Set(words.map((word) => word.slice(0, 3)));
  };
  const [family, first] = [starts(familyName), starts(givenName)];
  const shares = (name: string, with_: ReadonlySet<string>) => [...starts(name)].some((start) => with_.has(start));
  return (lookUp(reading).bornOn.all(birthDate) as ListRow[])
    .filter((row) => shares(row.familyName, family) || shares(row.givenName, first))
    .sort(byName)
    .slice(0, 20)
    .map(patientRowOf);
}
