import { type Identifier, type PatientRow, sameSystem } from '../shared/contract/patients.ts';
import { type Reading, sqlReads, sqlWrites, type Writing } from './connection/handles.ts';
import { type ListRow, listColumns, patientRowOf } from './list-row.ts';

const lookUp = sqlReads((prepare) => ({
  ofPatient: prepare('select system, value from patient_identifier where patient_key = ? order by key'),
  withValue: prepare('select patient_key as patientKey, system from patient_identifier where value = ? limit 50'),
  ofKeys: prepare(`select ${listColumns} from patient where key in (select value from json_each(?))`),
}));
const put = sqlWrites((prepare) => ({
  none: prepare('delete from patient_identifier where patient_key = ?'),
  one: prepare('insert into patient_identifier (patient_key, system, value, audit_sequence) values (?, ?, ?, ?)'),
}));

/** The numbers by which others know a patient, in the order they were written. */
export function identifiersOf(reading: Reading, patientKey: number): Identifier[] {
  return lookUp(reading).ofPatient.all(patientKey) as Identifier[];
}

/** Puts these in the place of a patient's numbers; what stood before stays in the audit row of the change. */
export function setIdentifiers(tx: Writing, patientKey: number, identifiers: readonly Identifier[]): void {
  put(tx).none.run(patientKey);
  for (const { system, value } of identifiers) put(tx).one.run(patientKey, system, value, tx.auditSequence);
}

/** Patients who have one of these numbers from the same system: probably the same person. */
export function holdersOf(reading: Reading, identifiers: readonly Identifier[]): PatientRow[] {
  const keys = identifiers.flatMap(({ system, value }) =>
    (lookUp(reading).withValue.all(value) as { patientKey: number; system: string }[])
      .filter((held) => sameSystem(held.system, system))
      .map(({ patientKey }) => patientKey),
  );
  return (lookUp(reading).ofKeys.all(JSON.stringify(keys)) as ListRow[]).map(patientRowOf);
}
