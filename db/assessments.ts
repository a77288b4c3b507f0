import { randomUUID } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import type { Assessment, AssessmentSummary, Conclusion } from '../shared/contract/assessments.ts';
import { Failure } from '../shared/contract/failure.ts';
import { ageInYears } from '../shared/findings/demographics.ts';
import type { Setting, Sex } from '../shared/findings/facts.ts';
import { addendaOf } from './addenda.ts';
import { latestAnswers } from './answer-rows.ts';
import { type Act, write } from './audit/write.ts';
import { type Reading, reads, type Writing, writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { showOnList } from './list-summary.ts';
import { momentText } from './moment.ts';
import { openPatientRecord, patientRecord } from './patients.ts';
import { personRow } from './people.ts';
import { assessment, conclusion, patient, person } from './schema/tables.ts';
import { readSignature, signatureSummary } from './signature-rows.ts';

const columns = {
  key: assessment.key,
  id: assessment.id,
  patientKey: assessment.patientKey,
  patientId: patient.id,
  birthDate: patient.birthDate,
  sex: patient.sex,
  ownerId: person.id,
  ownerName: person.name,
  state: assessment.state,
  setting: assessment.setting,
  on: assessment.on,
  startedAt: assessment.startedAt,
  startedOffset: assessment.startedOffset,
  sequence: assessment.sequence,
  answered: assessment.answered,
  savedAt: assessment.savedAt,
  savedOffset: assessment.savedOffset,
};

const lookUp = reads((orm) => {
  const rows = () =>
    orm
      .select(columns)
      .from(assessment)
      .innerJoin(patient, eq(patient.key, assessment.patientKey))
      .innerJoin(person, eq(person.key, assessment.ownerKey));
  return {
    byId: rows()
      .where(eq(assessment.id, sql.placeholder('id')))
      .prepare(),
    ofPatient: rows()
      .where(eq(assessment.patientKey, sql.placeholder('patientKey')))
      .orderBy(desc(assessment.on), desc(assessment.key))
      .prepare(),
    conclusion: orm
      .select({ content: conclusion.content })
      .from(conclusion)
      .where(eq(conclusion.assessmentKey, sql.placeholder('key')))
      .orderBy(desc(conclusion.key))
      .limit(1)
      .prepare(),
  };
});

const given = (name: string) => sql`${sql.placeholder(name)}`;
const put = writes((orm) => ({
  new: orm
    .insert(assessment)
    .values({
      id: sql.placeholder('id'),
      patientKey: sql.placeholder('patientKey'),
      ownerKey: sql.placeholder('ownerKey'),
      state: 'draft',
      setting: sql.placeholder('setting'),
      on: sql.placeholder('on'),
      startedAt: sql.placeholder('at'),
      startedOffset: sql.placeholder('offset'),
      sequence: 0,
      answered: 0,
      savedAt: sql.placeholder('at'),
      savedOffset: sql.placeholder('offset'),
      auditSequence: sql.placeholder('auditSequence'),
    })
    .prepare(),
  owner: orm
    .update(assessment)
    .set({ ownerKey: given('ownerKey'), savedAt: given('at'), savedOffset: given('offset'), auditSequence: given('auditSequence') })
    .where(eq(assessment.id, sql.placeholder('id')))
    .prepare(),
}));

export type AssessmentRow = NonNullable<ReturnType<ReturnType<typeof lookUp>['byId']['get']>>;

/** The row behind an assessment's id, for what refers to it. @throws Failure `not-found` */
export function assessmentRow(reading: Reading, id: string): AssessmentRow {
  const row = lookUp(reading).byId.get({ id });
  if (row === undefined) throw new Failure('not-found');
  return row;
}

/**
 * That this person may change the assessment.
 * @throws Failure `signed`, `not-owner`
 */
export function assertOwnDraft(row: { readonly state: string; readonly ownerId: string }, personId: string): void {
  if (row.state === 'signed') throw new Failure('signed');
  if (row.ownerId !== personId) throw new Failure('not-owner');
}

/**
 * The draft that this person may change.
 * @throws Failure `signed`, `not-owner`, `not-found`
 */
export function ownDraft(tx: Writing, id: string): AssessmentRow {
  const row = assessmentRow(tx, id);
  assertOwnDraft(row, tx.personId);
  return row;
}

/** The newest conclusion; null where none was recorded. */
function conclusionOf(reading: Reading, assessmentKey: number): Conclusion | null {
  const row = lookUp(reading).conclusion.get({ key: assessmentKey });
  return row === undefined ? null : JSON.parse(row.content);
}

function summaryOf(reading: Reading, row: AssessmentRow): AssessmentSummary {
  return {
    id: row.id,
    patientId: row.patientId,
    state: row.state as AssessmentSummary['state'],
    on: row.on,
    setting: row.setting as Setting,
    startedAt: momentText(row.startedAt, row.startedOffset),
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    sequence: row.sequence,
    answered: row.answered,
    conclusion: conclusionOf(reading, row.key),
    signature: row.state === 'signed' ? signatureSummary(reading, row) : null,
  };
}

/** A patient's visits, newest first. @throws Failure `not-found` */
export function listAssessments(reading: Reading, patientId: string): AssessmentSummary[] {
  const { key } = patientRecord(reading, patientId);
  return lookUp(reading)
    .ofPatient.all({ patientKey: key })
    .map((row) => summaryOf(reading, row));
}

/** One assessment with its latest answers, its signature checked anew, its addenda. @throws Failure `not-found` */
export function readAssessment(reading: Reading, id: string): Assessment {
  const row = assessmentRow(reading, id);
  return {
    ...summaryOf(reading, row),
    patient: { ageYears: ageInYears(row.birthDate, row.on), sex: row.sex as Sex },
    answers: [...latestAnswers(reading, row.key)],
    savedAt: momentText(row.savedAt, row.savedOffset),
    signature: row.state === 'signed' ? readSignature(reading, row) : null,
    addenda: [...addendaOf(reading, row.key)],
  };
}

type Started = Pick<AssessmentRow, 'id' | 'setting' | 'on' | 'startedAt' | 'startedOffset'>;

/** What the audit's hash of an assessment is taken of: what it was begun as. Who owns it, and whether it is signed, the trail tells row by row. */
export const assessmentContent = (row: Started & { readonly patientId: string | null }) => ({
  id: row.id,
  patientId: row.patientId,
  setting: row.setting,
  on: row.on,
  startedAt: row.startedAt,
  startedOffset: row.startedOffset,
});

/**
 * Begins a draft, owned by whoever begins it.
 * @throws Failure `invalid` where the day lies before the patient's birth, `merged` where the record is closed
 */
export function startAssessment(
  store: Store,
  act: Act,
  { patientId, setting, on }: { readonly patientId: string; readonly setting: Setting; readonly on: string },
): Assessment {
  return write(
    store,
    act,
    'assessment.start',
    (tx) => {
      const of = openPatientRecord(tx, patientId);
      if (on < of.birthDate) throw new Failure('invalid', { field: 'on' });
      const id = randomUUID();
      put(tx).new.run({
        id,
        patientKey: of.key,
        ownerKey: personRow(tx, tx.personId).key,
        setting,
        on,
        at: tx.now.at.getTime(),
        offset: tx.now.offsetMinutes,
        auditSequence: tx.auditSequence,
      });
      showOnList(tx, of.key, { seenOn: on, draftsBy: 1 });
      const content = assessmentContent(assessmentRow(tx, id));
      return { subject: { kind: 'assessment', id }, patientId, content, result: readAssessment(tx, id) };
    },
    ({ subjectId }, reading) => readAssessment(reading, subjectId),
  );
}

/** Makes a draft one's own, whoever owned it; the audit row says who did. @throws Failure `signed`, `not-found` */
export function takeOverAssessment(store: Store, act: Act, id: string): Assessment {
  return write(
    store,
    act,
    'assessment.take-over',
    (tx) => {
      const row = assessmentRow(tx, id);
      if (row.state === 'signed') throw new Failure('signed');
      const owner = personRow(tx, tx.personId);
      put(tx).owner.run({
        id,
        ownerKey: owner.key,
        at: tx.now.at.getTime(),
        offset: tx.now.offsetMinutes,
        auditSequence: tx.auditSequence,
      });
      return {
        subject: { kind: 'assessment', id },
        patientId: row.patientId,
        content: assessmentContent(row),
        detail: { from: row.ownerId, to: owner.id },
        result: readAssessment(tx, id),
      };
    },
    ({ subjectId }, reading) => readAssessment(reading, subjectId),
  );
}
