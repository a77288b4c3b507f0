import { and, asc, eq, gt, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import type { PatientRow, patientFilters } from '../shared/contract/patients.ts';
import { type Reading, reads } from './connection/handles.ts';
import { patient, patientCount } from './schema/tables.ts';
import { candidatesOf } from './search/candidates.ts';
import { searchTextOf } from './search/fold.ts';

export type PatientFilter = (typeof patientFilters)[number];
export type PatientCounts = Record<PatientFilter, number>;

const columns = {
  key: patient.key,
  id: patient.id,
  familyName: patient.familyName,
  givenName: patient.givenName,
  birthDate: patient.birthDate,
  sex: patient.sex,
  recordNumber: patient.recordNumber,
  workingDiagnosis: patient.workingDiagnosis,
  concluded: patient.concluded,
  redFlag: patient.redFlag,
  redFlagUrgency: patient.redFlagUrgency,
  lastSeenOn: patient.lastSeenOn,
  reviewOn: patient.reviewOn,
  drafts: patient.drafts,
  sortKey: patient.sortKey,
};

const today = sql.placeholder('today');
const keysAsked = sql`(select value from json_each(${sql.placeholder('keys')}))`;

const lookUp = reads((orm) => {
  const rows = (where: SQL | undefined, ...first: SQL[]) =>
    orm
      .select(columns)
      .from(patient)
      .where(where)
      .orderBy(...first, asc(patient.sortKey), asc(patient.key))
      .limit(sql.placeholder('limit'))
      .offset(sql.placeholder('offset'))
      .prepare();
  return {
    all: rows(undefined),
    today: rows(and(isNotNull(patient.lastSeenOn), eq(patient.lastSeenOn, today))),
    'review-due': rows(and(isNotNull(patient.reviewOn), lte(patient.reviewOn, today)), asc(patient.reviewOn)),
    unsigned: rows(gt(patient.drafts, sql`0`)),
    'red-flag': rows(isNotNull(patient.redFlag)),
    ofKeys: orm.select(columns).from(patient).where(inArray(patient.key, keysAsked)).prepare(),
    bornOn: orm
      .select(columns)
      .from(patient)
      .where(eq(patient.birthDate, sql.placeholder('birthDate')))
      .limit(500)
      .prepare(),
    counts: orm
      .select({ kind: patientCount.kind, patients: sql<number>`sum(${patientCount.patients})` })
      .from(patientCount)
      .where(
        sql`${patientCount.kind} in ('all', 'unsigned', 'red-flag') or (${patientCount.kind} = 'seen' and ${patientCount.day} = ${today})
          or (${patientCount.kind} = 'review' and ${patientCount.day} <= ${today})`,
      )
      .groupBy(patientCount.kind)
      .prepare(),
  };
});

type Row = ReturnType<ReturnType<typeof lookUp>['ofKeys']['all']>[number];

function rowOf(row: Row): PatientRow {
  return {
    id: row.id,
    familyName: row.familyName,
    givenName: row.givenName,
    birthDate: row.birthDate,
    sex: row.sex as PatientRow['sex'],
    recordNumber: row.recordNumber,
    workingDiagnosis: JSON.parse(row.workingDiagnosis),
    concluded: row.concluded === 1,
    redFlag: row.redFlag === null ? null : ({ id: row.redFlag, urgency: row.redFlagUrgency } as PatientRow['redFlag']),
    lastSeenOn: row.lastSeenOn,
    reviewOn: row.reviewOn,
    unsigned: row.drafts > 0,
  };
}

const passes: Record<PatientFilter, (row: Row, on: string) => boolean> = {
  all: () => true,
  today: (row, on) => row.lastSeenOn === on,
  'review-due': (row, on) => row.reviewOn !== null && row.reviewOn <= on,
  unsigned: (row) => row.drafts > 0,
  'red-flag': (row) => row.redFlag !== null,
};

/** How many patients each filter holds, from kept counts. `today` as YYYY-MM-DD of the clinic's calendar. */
export function countPatients(reading: Reading, day: string): PatientCounts {
  const kept = new Map(
    lookUp(reading)
      .counts.all({ today: day })
      .map(({ kind, patients }) => [kind, patients]),
  );
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

const byName = (a: Row, b: Row) => (a.sortKey === b.sortKey ? a.key - b.key : a.sortKey < b.sortKey ? -1 : 1);

function searched(reading: Reading, { search, filter, today: day }: ListQuery): { readonly rows: readonly Row[]; readonly more: boolean } {
  const { ranks, more } = candidatesOf(reading, search, Number(day.slice(0, 4)));
  const rank = (row: Row) => ranks.get(row.key) ?? 0;
  const rows = lookUp(reading)
    .ofKeys.all({ keys: JSON.stringify([...ranks.keys()]) })
    .filter((row) => passes[filter](row, day))
    .sort((a, b) => rank(a) - rank(b) || byName(a, b));
  return { rows, more };
}

/**
 * One page of the list, by name; `review-due` by the day of the review, longest overdue first. With a search the best matches first, at most
 * 200 of them, `more` where there are others.
 */
export function listPatients(reading: Reading, query: ListQuery): ListPage {
  const counts = countPatients(reading, query.today);
  if (query.search.trim() !== '') {
    const { rows, more } = searched(reading, query);
    return { rows: rows.slice(query.offset, query.offset + query.limit).map(rowOf), total: rows.length, more, counts };
  }
  const { offset, limit, today: day, filter } = query;
  return { rows: lookUp(reading)[filter].all({ today: day, offset, limit }).map(rowOf), total: counts[filter], more: false, counts };
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
  return lookUp(reading)
    .bornOn.all({ birthDate })
    .filter((row) => shares(row.familyName, family) || shares(row.givenName, first))
    .sort(byName)
    .slice(0, 20)
    .map(rowOf);
}
