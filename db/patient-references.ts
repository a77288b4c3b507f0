import type { PatientReference } from '../shared/contract/patients.ts';
import { type Reading, sqlReads } from './connection/handles.ts';
import { placesOfMerged } from './list-place.ts';

/** SQL for a reference to the patient of that alias. */
export const jsonOfReference = (alias: string) =>
  `json_object('id', ${alias}.id, 'familyName', ${alias}.family_name, 'givenName', ${alias}.given_name, 'birthDate', ${alias}.birth_date,
    'recordNumber', ${alias}.record_number)`;

const columns = 'id, family_name as familyName, given_name as givenName, birth_date as birthDate, record_number as recordNumber';
const lookUp = sqlReads((prepare) => ({
  byKey: prepare(`select ${columns} from patient where key = ?`),
  mergedBetween: prepare(`select ${columns} from patient where sort_key >= ? and sort_key < ? order by sort_key, key`),
}));

/** Who the patient of a key is, for another record that points there; null without a key. */
export function referenceTo(reading: Reading, key: number | null): PatientReference | null {
  return key === null ? null : ((lookUp(reading).byKey.get(key) as PatientReference | undefined) ?? null);
}

/** The closed records of the person whose kept record this is, by name. */
export function earlierRecordsOf(reading: Reading, keptKey: number): PatientReference[] {
  const { from, before } = placesOfMerged(keptKey);
  return lookUp(reading).mergedBetween.all(from, before) as PatientReference[];
}
