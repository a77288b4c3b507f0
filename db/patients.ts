import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Failure } from '../shared/contract/failure.ts';
import type { Patient, PatientDetails } from '../shared/contract/patients.ts';
import { type Act, write } from './audit/write.ts';
import { type Reading, reads, type Writing, writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { identifiersOf, setIdentifiers } from './identifiers.ts';
import { listPlaceOf } from './list-place.ts';
import { type ListTold, reviewTold } from './list-summary.ts';
import { momentText } from './moment.ts';
import { earlierRecordsOf, referenceTo } from './patient-references.ts';
import { plannedReview } from './planned-review.ts';
import { nextRecordNumber } from './record-number.ts';
import { patient } from './schema/tables.ts';
import { searchTextOf } from './search/fold.ts';
import { indexPatient } from './search/index-patient.ts';

const lookUp = reads((orm) => ({
  byId: orm
    .select()
    .from(patient)
    .where(eq(patient.id, sql.placeholder('id')))
    .prepare(),
  byRecordNumber: orm
    .select({ id: patient.id })
    .from(patient)
    .where(eq(patient.recordNumber, sql.placeholder('recordNumber')))
    .prepare(),
}));

const given = (name: string) => sql`${sql.placeholder(name)}`;
const put = writes((orm) => ({
  new: orm
    .insert(patient)
    .values({
      id: sql.placeholder('id'),
      familyName: sql.placeholder('familyName'),
      givenName: sql.placeholder('givenName'),
      birthDate: sql.placeholder('birthDate'),
      sex: sql.placeholder('sex'),
      recordNumber: sql.placeholder('recordNumber'),
      phone: sql.placeholder('phone'),
      email: sql.placeholder('email'),
      address: sql.placeholder('address'),
      warnings: sql.placeholder('warnings'),
      note: sql.placeholder('note'),
      deceasedOn: sql.placeholder('deceasedOn'),
      version: 1,
      createdAt: sql.placeholder('at'),
      createdOffset: sql.placeholder('offset'),
      updatedAt: sql.placeholder('at'),
      updatedOffset: sql.placeholder('offset'),
      auditSequence: sql.placeholder('auditSequence'),
      sortKey: sql.placeholder('sortKey'),
      searchText: sql.placeholder('searchText'),
      workingDiagnosis: '[]',
      concluded: 0,
      drafts: 0,
    })
    .returning({ key: patient.key })
    .prepare(),
  changed: orm
    .update(patient)
    .set({
      familyName: given('familyName'),
      givenName: given('givenName'),
      birthDate: given('birthDate'),
      sex: given('sex'),
      recordNumber: given('recordNumber'),
      phone: given('phone'),
      email: given('email'),
      address: given('address'),
      warnings: given('warnings'),
      note: given('note'),
      deceasedOn: given('deceasedOn'),
      version: sql`${patient.version} + 1`,
      updatedAt: given('at'),
      updatedOffset: given('offset'),
      auditSequence: given('auditSequence'),
      sortKey: given('sortKey'),
      searchText: given('searchText'),
      reviewOn: given('reviewOn'),
    })
    .where(eq(patient.id, sql.placeholder('id')))
    .prepare(),
}));

export type PatientRecord = typeof patient.$inferSelect;

/** The row behind a patient's id, for what refers to it. @throws Failure `not-found` */
export function patientRecord(reading: Reading, id: string): PatientRecord {
  const row = lookUp(reading).byId.get({ id });
  if (row === undefined) throw new Failure('not-found');
  return row;
}

/**
 * The same, of a record that may be added to.
 * @throws Failure `merged` where it is closed as a duplicate, `not-found`
 */
export function openPatientRecord(reading: Reading, id: string): PatientRecord {
  const row = patientRecord(reading, id);
  if (row.mergedInto !== null) throw new Failure('merged');
  return row;
}

/** @throws Failure `not-found` */
export function readPatient(reading: Reading, id: string): Patient {
  return patientOf(reading, patientRecord(reading, id));
}

function patientOf(reading: Reading, row: PatientRecord): Patient {
  return {
    id: row.id,
    familyName: row.familyName,
    givenName: row.givenName,
    birthDate: row.birthDate,
    sex: row.sex as Patient['sex'],
    recordNumber: row.recordNumber,
    identifiers: identifiersOf(reading, row.key),
    deceasedOn: row.deceasedOn,
    phone: row.phone,
    email: row.email,
    address: row.address,
    warnings: JSON.parse(row.warnings),
    note: row.note,
    version: row.version,
    createdAt: momentText(row.createdAt, row.createdOffset),
    updatedAt: momentText(row.updatedAt, row.updatedOffset),
    mergedInto: referenceTo(reading, row.mergedInto),
    earlierRecords: earlierRecordsOf(reading, row.key),
  };
}

/** What the audit's hash of a patient is taken of; without other numbers it is that of schema 1, when nothing wrote them. */
export function patientContent(reading: Reading, row: PatientRecord): unknown {
  const {
    key,
    sortKey,
    searchText,
    workingDiagnosis,
    concluded,
    redFlag,
    redFlagUrgency,
    lastSeenOn,
    reviewOn,
    drafts,
    auditSequence,
    ...rest
  } = row;
  const identifiers = identifiersOf(reading, key);
  return identifiers.length === 0 ? rest : { ...rest, identifiers };
}

function valuesOf(tx: Writing, id: string, details: PatientDetails, recordNumber: string) {
  const identity = { ...details, recordNumber };
  return {
    ...identity,
    id,
    warnings: JSON.stringify(details.warnings),
    at: tx.now.at.getTime(),
    offset: tx.now.offsetMinutes,
    auditSequence: tx.auditSequence,
    sortKey: listPlaceOf(identity, null),
    searchText: searchTextOf(identity),
  };
}

/** @throws Failure `invalid` */
function assertLifetime({ birthDate, deceasedOn }: PatientDetails): void {
  if (deceasedOn !== null && deceasedOn < birthDate) throw new Failure('invalid', { field: 'deceasedOn' });
}

function assertRecordNumberFree(reading: Reading, recordNumber: string, id: string): void {
  const holder = lookUp(reading).byRecordNumber.get({ recordNumber });
  if (holder !== undefined && holder.id !== id) throw new Failure('record-number-taken', { field: 'recordNumber' });
}

/**
 * Registers a patient; without a record number, under the practice's next free one.
 * @throws Failure `record-number-taken`, `invalid` where the death lies before the birth
 */
export function createPatient(store: Store, act: Act, details: PatientDetails): Patient {
  return write(
    store,
    act,
    'patient.create',
    (tx) => {
      assertLifetime(details);
      const id = randomUUID();
      const recordNumber = details.recordNumber === '' ? nextRecordNumber(tx) : details.recordNumber;
      assertRecordNumberFree(tx, recordNumber, id);
      const values = valuesOf(tx, id, details, recordNumber);
      const { key } = put(tx).new.get(values);
      setIdentifiers(tx, key, details.identifiers);
      indexPatient(tx, key, values.searchText);
      // The list shows nothing of anybody yet; what it shows from then on is told by the row that changes it.
      return { ...done(tx, id), detail: { list: null } satisfies ListTold };
    },
    ({ subjectId }, reading) => readPatient(reading, subjectId),
  );
}

/** What a write of a patient gives back: the row as it stands in the transaction. */
export function done(tx: Writing, id: string) {
  const row = patientRecord(tx, id);
  return { subject: { kind: 'patient', id }, patientId: id, content: patientContent(tx, row), result: patientOf(tx, row) };
}

/** @throws Failure `stale` with the newest version where somebody changed the patient since */
export function assertSeen({ version }: PatientRecord, seenVersion: number): void {
  if (version !== seenVersion) throw new Failure('stale', { sequence: version });
}

/** The review that the list shows: none of somebody who has died, and again the planned one where that was an error. */
function reviewAfter(tx: Writing, before: PatientRecord, deceasedOn: string | null): string | null {
  if (deceasedOn !== null) return null;
  return before.deceasedOn === null ? before.reviewOn : plannedReview(tx, before.key);
}

/**
 * Changes a patient's details. The audit row keeps which fields changed and what they were.
 * @throws Failure `stale` where somebody changed the patient since `seenVersion`; `sequence` is the newest version
 * @throws Failure `merged` where the record is closed, `record-number-taken`, `invalid` where the death lies before the birth, `not-found`
 */
export function updatePatient(
  store: Store,
  act: Act,
  { patientId, seenVersion, details }: { readonly patientId: string; readonly seenVersion: number; readonly details: PatientDetails },
): Patient {
  return write(
    store,
    act,
    'patient.update',
    (tx) => {
      const before = openPatientRecord(tx, patientId);
      assertSeen(before, seenVersion);
      assertLifetime(details);
      const contentBefore = patientContent(tx, before);
      const recordNumber = details.recordNumber === '' ? before.recordNumber : details.recordNumber;
      assertRecordNumberFree(tx, recordNumber, patientId);
      const values = valuesOf(tx, patientId, details, recordNumber);
      const reviewOn = reviewAfter(tx, before, details.deceasedOn);
      put(tx).changed.run({ ...values, reviewOn });
      setIdentifiers(tx, before.key, details.identifiers);
      if (values.searchText !== before.searchText) indexPatient(tx, before.key, values.searchText);
      return { ...done(tx, patientId), detail: { before: contentBefore, ...reviewTold(before, reviewOn) } };
    },
    ({ subjectId }, reading) => readPatient(reading, subjectId),
  );
}
