import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { Failure } from '../shared/contract/failure.ts';
import type { Treatment, TreatmentDetails } from '../shared/contract/treatments.ts';
import { type Act, write } from './audit/write.ts';
import { type Reading, reads, type Writing, writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { openPatientRecord, patientRecord } from './patients.ts';
import { personRow } from './people.ts';
import { patient, person, treatment } from './schema/tables.ts';

const columns = { row: treatment, patientId: patient.id, personName: person.name };

const lookUp = reads((orm) => {
  const rows = () =>
    orm
      .select(columns)
      .from(treatment)
      .innerJoin(patient, eq(patient.key, treatment.patientKey))
      .innerJoin(person, eq(person.key, treatment.personKey));
  return {
    byId: rows()
      .where(eq(treatment.id, sql.placeholder('id')))
      .prepare(),
    ofPatient: rows()
      .where(eq(treatment.patientKey, sql.placeholder('patientKey')))
      .orderBy(asc(treatment.startedOn), asc(treatment.key))
      .prepare(),
  };
});

const given = (name: string) => sql`${sql.placeholder(name)}`;
const put = writes((orm) => ({
  new: orm
    .insert(treatment)
    .values({
      id: sql.placeholder('id'),
      patientKey: sql.placeholder('patientKey'),
      pathway: sql.placeholder('pathway'),
      name: sql.placeholder('name'),
      step: sql.placeholder('step'),
      dose: sql.placeholder('dose'),
      startedOn: sql.placeholder('startedOn'),
      endedOn: sql.placeholder('endedOn'),
      response: sql.placeholder('response'),
      responseNote: sql.placeholder('responseNote'),
      reviewOn: sql.placeholder('reviewOn'),
      personKey: sql.placeholder('personKey'),
      version: 1,
      updatedAt: sql.placeholder('at'),
      updatedOffset: sql.placeholder('offset'),
      auditSequence: sql.placeholder('auditSequence'),
    })
    .prepare(),
  changed: orm
    .update(treatment)
    .set({
      pathway: given('pathway'),
      name: given('name'),
      step: given('step'),
      dose: given('dose'),
      startedOn: given('startedOn'),
      endedOn: given('endedOn'),
      response: given('response'),
      responseNote: given('responseNote'),
      reviewOn: given('reviewOn'),
      personKey: given('personKey'),
      version: sql`${treatment.version} + 1`,
      updatedAt: given('at'),
      updatedOffset: given('offset'),
      auditSequence: given('auditSequence'),
    })
    .where(eq(treatment.id, sql.placeholder('id')))
    .prepare(),
}));

type Joined = NonNullable<ReturnType<ReturnType<typeof lookUp>['byId']['get']>>;

function treatmentOf({ row, patientId, personName }: Joined): Treatment {
  const { key, patientKey, personKey, updatedAt, updatedOffset, auditSequence, response, ...rest } = row;
  return { ...rest, response: response as Treatment['response'], patientId, personName };
}

/** What the audit's hash of a treatment is taken of; whoever checks it may find no patient. */
export function treatmentContent({ row, patientId }: Pick<Joined, 'row'> & { readonly patientId: string | null }): unknown {
  const { key, patientKey, personKey, auditSequence, ...rest } = row;
  return { ...rest, patientId };
}

function joined(reading: Reading, id: string): Joined {
  const found = lookUp(reading).byId.get({ id });
  if (found === undefined) throw new Failure('not-found');
  return found;
}

/** What was tried, oldest first. @throws Failure `not-found` */
export function listTreatments(reading: Reading, patientId: string): Treatment[] {
  return lookUp(reading)
    .ofPatient.all({ patientKey: patientRecord(reading, patientId).key })
    .map(treatmentOf);
}

function valuesOf(tx: Writing, id: string, details: TreatmentDetails) {
  if (details.endedOn !== null && details.endedOn < details.startedOn) throw new Failure('invalid', { field: 'endedOn' });
  return {
    ...details,
    id,
    personKey: personRow(tx, tx.personId).key,
    at: tx.now.at.getTime(),
    offset: tx.now.offsetMinutes,
    auditSequence: tx.auditSequence,
  };
}

function done(tx: Writing, id: string) {
  const found = joined(tx, id);
  return { subject: { kind: 'treatment', id }, patientId: found.patientId, content: treatmentContent(found), result: treatmentOf(found) };
}

/** @throws Failure `invalid` where the end lies before the start, `merged` where the record is closed, `not-found` */
export function addTreatment(
  store: Store,
  act: Act,
  { patientId, details }: { readonly patientId: string; readonly details: TreatmentDetails },
): Treatment {
  return write(
    store,
    act,
    'treatment.add',
    (tx) => {
      const id = randomUUID();
      put(tx).new.run({ ...valuesOf(tx, id, details), patientKey: openPatientRecord(tx, patientId).key });
      return done(tx, id);
    },
    ({ subjectId }, reading) => treatmentOf(joined(reading, subjectId)),
  );
}

/**
 * Changes a treatment; the audit row keeps what stood before.
 * @throws Failure `stale` where somebody changed it since `seenVersion`; `invalid`, `merged`, `not-found`
 */
export function updateTreatment(
  store: Store,
  act: Act,
  { treatmentId, seenVersion, details }: { readonly treatmentId: string; readonly seenVersion: number; readonly details: TreatmentDetails },
): Treatment {
  return write(
    store,
    act,
    'treatment.update',
    (tx) => {
      const before = joined(tx, treatmentId);
      openPatientRecord(tx, before.patientId);
      if (before.row.version !== seenVersion) throw new Failure('stale', { sequence: before.row.version });
      put(tx).changed.run(valuesOf(tx, treatmentId, details));
      return { ...done(tx, treatmentId), detail: { before: treatmentContent(before) } };
    },
    ({ subjectId }, reading) => treatmentOf(joined(reading, subjectId)),
  );
}
