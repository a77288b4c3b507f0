import type { Reading } from '../connection/handles.ts';
import type { AuditContent } from './chain.ts';
import { numbersByKey } from './numbers-by-key.ts';
import type { Tell } from './problem.ts';
import { type AssessmentNow, assessmentsOf, type RecordedAssessment } from './recorded-assessment.ts';

/** A row of the audit, and what its detail says. */
export interface Told extends AuditContent {
  readonly said: Readonly<Record<string, unknown>>;
}

/** Tables whose every row is told of by the audit, each row's `audit_sequence` naming the newest row that does. */
export type ToldTable =
  | 'patient'
  | 'assessment'
  | 'answer'
  | 'conclusion'
  | 'signature'
  | 'addendum'
  | 'measurement'
  | 'treatment'
  | 'document';

/** What a walk over the chain gathers in flat memory: three numbers for each patient, and a count for each table. */
export interface Walk {
  readonly reading: Reading;
  readonly tell: Tell;
  readonly assessment: (id: string) => RecordedAssessment | null;
  /** A row of the table was held against the very audit row that it names. */
  readonly settle: (table: ToldTable) => void;
  readonly settled: (table: ToldTable) => number;
  /** Rows are never deleted, so each new one has the next key. */
  readonly isNext: (table: ToldTable, key: number) => boolean;
  /** Of one that is gone. */
  readonly skip: (table: ToldTable) => void;
  /** By assessment's key: the newest audit row that tells of another owner than who began it; negative where none does and it has one. */
  readonly owners: ReturnType<typeof numbersByKey>;
  /** By patient's key: the newest audit row that tells what the list shows; negative where it tells that nothing is shown yet. */
  readonly listTold: ReturnType<typeof numbersByKey>;
  /** By patient's key: drafts, and the day of the newest visit as a number. */
  readonly drafts: ReturnType<typeof numbersByKey>;
  readonly seen: ReturnType<typeof numbersByKey>;
}

export function newWalk(reading: Reading, tell: Tell): Walk {
  const settled = new Map<ToldTable, number>();
  const keys = new Map<ToldTable, number>();
  return {
    reading,
    tell,
    assessment: assessmentsOf(reading),
    settle: (table) => void settled.set(table, (settled.get(table) ?? 0) + 1),
    settled: (table) => settled.get(table) ?? 0,
    isNext(table, key) {
      const next = (keys.get(table) ?? 0) + 1;
      keys.set(table, key);
      return key === next;
    },
    skip: (table) => void keys.set(table, (keys.get(table) ?? 0) + 1),
    owners: numbersByKey(),
    listTold: numbersByKey(),
    drafts: numbersByKey(),
    seen: numbersByKey(),
  };
}

/** YYYY-MM-DD as a number that is in order; 0 for none. */
export const dayNumber = (day: string | null) => (day === null ? 0 : Number(day.replaceAll('-', '')));

/** Counts an assessment for what the list shows of its patient. */
export function countVisit({ drafts, seen }: Walk, { patientKey, state, on }: AssessmentNow): void {
  if (state === 'draft') drafts.set(patientKey, drafts.get(patientKey) + 1);
  seen.set(patientKey, Math.max(seen.get(patientKey), dayNumber(on)));
}

/** Remembers that the row tells what the list shows of the patient from then on. */
export function noteListTold({ listTold }: Walk, patientKey: number, { sequence, said }: Told): void {
  if (said.list !== undefined) listTold.set(patientKey, said.list === null ? -sequence : sequence);
}
