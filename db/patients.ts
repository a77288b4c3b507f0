import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Failure } from '../shared/contract/failure.ts';
import type { Patient, PatientDetails } from '../shared/contract/patients.ts';
import { type Act, write } from './audit/write.ts';
import { type Reading, reads, type Writing, writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { momentText } from './moment.ts';
import { nextRecordNumber } from './record-number.ts';
import { patient } from './schema/tables.ts';
import { searchTextOf, sortKeyOf } from './search/fold.ts';
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
      version: sql`${patient.version} + 1`,
      updatedAt: given('at'),
      updatedOffset: given('offset'),
      auditSequence: given('auditSequence'),
      sortKey: given('sortKey'),
      searchText: given('searchText'),
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

/** @throws Failure `not-found` */
export function readPatient(reading: Reading, id: string): Patient {
  return patientOf(patientRecord(reading, id));
}

function patientOf(row: PatientRecord): Patient {
  return {
    id: row.id,
    familyName: row.familyName,
    givenName: row.givenName,
    birthDate: row.birthDate,
    sex: row.sex as Patient['sex'],
    recordNumber: row.recordNumber,
    phone: row.phone,
    email: row.email,
    address: row.address,
    warnings: JSON.parse(row.warnings),
    note: row.note,
    version: row.version,
    createdAt: momentText(row.createdAt, row.createdOffset),
    updatedAt: momentText(row.updatedAt, row.updatedOffset),
  };
}

/** What the audit's hash of a patient is taken of. */
export function patientContent(row: PatientRecord): unknown {
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
  return rest;
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
    sortKey: sortKeyOf(identity),
    searchText: searchTextOf(identity),
  };
}

function assertRecordNumberFree(reading: Reading, recordNumber: string, id: string): void {
  const holder = lookUp(reading).byRecordNumber.get({ recordNumber });
  if (holder !== undefined && holder.id !== id) throw new Failure('record-number-taken', { field: 'recordNumber' });
}

/**
 * Registers a patient; without a record number, under the practice's next free one.
 * @throws Failure `record-number-taken`
 */
export function createPatient(store: Store, act: Act, details: PatientDetails): Patient {
  return write(
    store,
    act,
    'patient.create',
    (tx) => {
      const id = randomUUID();
      const recordNumber = details.recordNumber === '' ? nextRecordNumber(tx) : details.recordNumber;
      assertRecordNumberFree(tx, recordNumber, id);
      const values = valuesOf(tx, id, details, recordNumber);
      const { key } = put(tx).new.get(values);
      indexPatient(tx, key, values.searchText);
      return done(tx, id);
    },
    ({ subjectId }, reading) => readPatient(reading, subjectId),
  );
}

function done(tx: Writing, id: string) {
  const row = patientRecord(tx, id);
  return { subject: { kind: 'patient', id }, patientId: id, content: patientContent(row), result: patientOf(row) };
}

/**
 * Changes a patient's details. The audit row keeps which fields changed and what they were.
 * @throws Failure `stale` where somebody changed the patient since `seenVersion`; `sequence` is the newest version
 * @throws Failure `record-number-taken`, `not-found`
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
      const before = patientRecord(tx, patientId);
      if (before.version !== seenVersion) throw new Failure('stale', { sequence: before.version });
      const recordNumber = details.recordNumber === '' ? before.recordNumber : details.recordNumber;
      assertRecordNumberFree(tx, recordNumber, patientId);
      const values = valuesOf(tx, patientId, details, recordNumber);
      put(tx).changed.run(values);
      if (values.searchText !== before.searchText) indexPatient(tx, before.key, values.searchText);
      return { ...done(tx, patientId), detail: { before: patientContent(before) } };
    },
    ({ subjectId }, reading) => readPatient(reading, subjectId),
  );
}
