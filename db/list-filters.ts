import type { patientFilters } from '../shared/contract/patients.ts';
import { type Reading, sqlReads } from './connection/handles.ts';
import { type ListRow, listColumns } from './list-row.ts';

export type PatientFilter = (typeof patientFilters)[number];
/** A filter that leaves some out. */
export type NarrowFilter = Exclude<PatientFilter, 'all'>;
export type PatientCounts = Record<PatientFilter, number>;

/** A list row with what a search compares. */
export interface SearchedRow extends ListRow {
  readonly text: string;
}

// Each filter has an index of its own, in its order; the rows are read one by one.
const lookUp = sqlReads((prepare) => {
  const rows = (rest: string) => prepare(`select ${listColumns}, search_text as text from patient ${rest} limit ? offset ?`);
  const byName = 'order by sort_key, key';
  return {
    today: rows(`where last_seen_on = ? ${byName}`),
    'review-due': rows('where review_on <= ? order by review_on, sort_key, key'),
    unsigned: rows(`where drafts > 0 ${byName}`),
    'red-flag': rows(`where red_flag is not null ${byName}`),
    counts: prepare(
      `select kind, sum(patients) as patients from patient_count where kind in ('all', 'unsigned', 'red-flag')
       or (kind = 'seen' and day = ?) or (kind = 'review' and day <= ?) group by kind`,
    ),
  };
});

const passes: Record<NarrowFilter, (row: ListRow, on: string) => boolean> = {
  today: (row, on) => row.lastSeenOn === on,
  'review-due': (row, on) => row.reviewOn !== null && row.reviewOn <= on,
  unsigned: (row) => row.drafts > 0,
  'red-flag': (row) => row.redFlag !== null,
};

/** Whether a filter holds a patient. `on` as YYYY-MM-DD of the clinic's calendar. */
export const isHeld = (filter: PatientFilter, row: ListRow, on: string): boolean => filter === 'all' || passes[filter](row, on);

/** How many patients each filter holds, from kept counts. `on` as YYYY-MM-DD of the clinic's calendar. */
export function countPatients(reading: Reading, on: string): PatientCounts {
  const rows = lookUp(reading).counts.all(on, on) as { readonly kind: string; readonly patients: number }[];
  const kept = new Map(rows.map(({ kind, patients }) => [kind, patients]));
  const of = (kind: string) => kept.get(kind) ?? 0;
  return { all: of('all'), today: of('seen'), 'review-due': of('review'), unsigned: of('unsigned'), 'red-flag': of('red-flag') };
}

/** Patients that a filter holds: by name; `review-due` by the day of the review, longest overdue first. */
export function heldBy(
  reading: Reading,
  filter: NarrowFilter,
  { today, offset, limit }: { readonly today: string; readonly offset: number; readonly limit: number },
): readonly SearchedRow[] {
  const ofDay = filter === 'today' || filter === 'review-due' ? [today] : [];
  return lookUp(reading)[filter].all(...ofDay, limit, offset) as SearchedRow[];
}
