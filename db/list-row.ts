import type { PatientRow } from '../shared/contract/patients.ts';
import { jsonOfReference } from './patient-references.ts';

/** A patient as the list reads one. */
export interface ListRow {
  readonly key: number;
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly recordNumber: string;
  readonly workingDiagnosis: string;
  readonly concluded: number;
  readonly redFlag: string | null;
  readonly redFlagUrgency: string | null;
  readonly lastSeenOn: string | null;
  readonly reviewOn: string | null;
  readonly drafts: number;
  readonly deceasedOn: string | null;
  /** Key of the record that this one is a duplicate of. */
  readonly mergedInto: number | null;
  /** JSON of who that record is of. */
  readonly kept: string | null;
  readonly sortKey: string;
}

/** The columns behind it; the index by name holds them all, but whom a merged record was merged into, which is looked up for it alone. */
export const listColumns = `key, id, family_name as familyName, given_name as givenName, birth_date as birthDate, sex, record_number as recordNumber,
  working_diagnosis as workingDiagnosis, concluded, red_flag as redFlag, red_flag_urgency as redFlagUrgency, last_seen_on as lastSeenOn,
  review_on as reviewOn, drafts, deceased_on as deceasedOn, merged_into as mergedInto, sort_key as sortKey,
  (select ${jsonOfReference('kept')} from patient as kept where kept.key = patient.merged_into) as kept`;

/** The order of the list: by name; equal names as they were registered. */
export const byName = (a: ListRow, b: ListRow) => (a.sortKey === b.sortKey ? a.key - b.key : a.sortKey < b.sortKey ? -1 : 1);

/** As the contract has it. */
export function patientRowOf(row: ListRow): PatientRow {
  return {
    id: row.id,
    familyName: row.familyName,
    givenName: row.givenName,
    birthDate: row.birthDate,
    sex: row.sex as PatientRow['sex'],
    recordNumber: row.recordNumber,
    deceasedOn: row.deceasedOn,
    mergedInto: row.kept === null ? null : JSON.parse(row.kept),
    workingDiagnosis: JSON.parse(row.workingDiagnosis),
    concluded: row.concluded === 1,
    redFlag: row.redFlag === null ? null : ({ id: row.redFlag, urgency: row.redFlagUrgency } as PatientRow['redFlag']),
    lastSeenOn: row.lastSeenOn,
    reviewOn: row.reviewOn,
    unsigned: row.drafts > 0,
  };
}
