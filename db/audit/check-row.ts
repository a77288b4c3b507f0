import { eq, sql } from 'drizzle-orm';
import { answerContent } from '../answer-rows.ts';
import { assessmentContent } from '../assessments.ts';
import { contentHash } from '../canonical-json.ts';
import { failureOf } from '../connection/failure-of.ts';
import { reads, sqlReads } from '../connection/handles.ts';
import { measurementContent } from '../measurements.ts';
import { patientContent } from '../patients.ts';
import { measurement, patient, person, treatment } from '../schema/tables.ts';
import { treatmentContent } from '../treatments.ts';
import type { RecordedAssessment } from './recorded-assessment.ts';
import { countVisit, noteListTold, type Told, type ToldTable, type Walk } from './told.ts';

/** How what an audit row says was written stands now. `superseded`: a later row tells of it; `gone`: there is no such row. */
type Standing = 'same' | 'superseded' | 'changed' | 'gone';

const lookUp = reads((orm) => ({
  patient: orm
    .select()
    .from(patient)
    .where(eq(patient.id, sql.placeholder('id')))
    .prepare(),
  treatment: orm
    .select({ row: treatment, patientId: patient.id, personId: person.id })
    .from(treatment)
    .leftJoin(patient, eq(patient.key, treatment.patientKey))
    .leftJoin(person, eq(person.key, treatment.personKey))
    .where(eq(treatment.id, sql.placeholder('id')))
    .prepare(),
  measurement: orm
    .select({ row: measurement, patientId: patient.id, personId: person.id })
    .from(measurement)
    .leftJoin(patient, eq(patient.key, measurement.patientKey))
    .leftJoin(person, eq(person.key, measurement.personKey))
    .where(eq(measurement.id, sql.placeholder('id')))
    .prepare(),
}));

const inSql = sqlReads((prepare) => ({
  conclusion: prepare(
    `select conclusion.key, content, person.id as personId, at, at_offset as atOffset from conclusion
     left join person on person.key = person_key where assessment_key = ? and conclusion.audit_sequence = ?`,
  ),
  signature: prepare(
    `select content_hash as contentHash, person.id as personId, at, at_offset as atOffset, signature.audit_sequence as auditSequence
     from signature left join person on person.key = person_key where assessment_key = ?`,
  ),
  addendum: prepare(
    `select addendum.key, addendum.audit_sequence as auditSequence, addendum.id, assessment.id as assessmentId, text, person.id as personId,
     at, at_offset as atOffset from addendum left join assessment on assessment.key = assessment_key
     left join person on person.key = person_key where addendum.id = ?`,
  ),
}));

/** Who wrote a row, and when. */
interface Written {
  readonly personId: string | null;
  readonly at: number;
  readonly atOffset: number;
}

const sameContent = (told: Told, content: unknown) => contentHash(content) === told.contentHash;
/** Whoever acts writes: the audit row says who and when, whether or not the content's hash takes them in. */
const sameHand = (told: Told, { personId, at, atOffset }: Written) =>
  personId === told.personId && at === told.at && atOffset === told.atOffset;
const standing = (isSame: boolean): Standing => (isSame ? 'same' : 'changed');

/** Of a row that may change: it names its newest audit row, which alone tells of it as it stands. */
function newest(walk: Walk, table: 'patient' | 'treatment', row: { readonly auditSequence: number }, told: Told, isSame: () => boolean) {
  if (row.auditSequence !== told.sequence) return row.auditSequence > told.sequence ? 'superseded' : 'changed';
  walk.settle(table);
  return standing(isSame());
}

/** The assessment's own row, as its newest audit row tells of it; one that was begun, answered or signed before is passed over. */
function assessmentStands(walk: Walk, told: Told, { row, answers }: RecordedAssessment): boolean {
  if (row.auditSequence !== told.sequence) return row.auditSequence > told.sequence;
  walk.settle('assessment');
  countVisit(walk, row);
  const { rows, newest: newestAnswer, answered } = answers();
  if (row.sequence !== rows || row.sequence !== newestAnswer)
    walk.tell({ code: 'sequence-broken', sequence: told.sequence, subject: 'assessment', subjectId: row.id });
  return (
    row.savedAt === told.at &&
    row.savedOffset === told.atOffset &&
    (row.state === 'signed') === (row.hasSignature === 1) &&
    row.answered === answered
  );
}

/** Whoever begins a draft owns it, until somebody takes it over. */
function noteOwner({ owners }: Walk, { action, sequence, personId }: Told, { key, ownerId }: RecordedAssessment['row']): void {
  if (action === 'assessment.take-over') owners.set(key, sequence);
  else if (ownerId !== personId) owners.set(key, -sequence);
}

type Finder = (walk: Walk, told: Told) => Standing;

/** Of what belongs to an assessment, which is named by the audit row. */
const ofAssessment =
  (check: (walk: Walk, told: Told, of: RecordedAssessment) => Standing): Finder =>
  (walk, told) => {
    const of = walk.assessment(told.subjectId);
    if (of === null) return 'gone';
    noteListTold(walk, of.row.patientKey, told);
    return check(walk, told, of);
  };

const finders: Readonly<Record<string, Finder>> = {
  patient(walk, told) {
    const row = lookUp(walk.reading).patient.get({ id: told.subjectId });
    if (row === undefined) return 'gone';
    noteListTold(walk, row.key, told);
    const isInOrder = told.action !== 'patient.create' || walk.isNext('patient', row.key);
    const now = newest(walk, 'patient', row, told, () => sameContent(told, patientContent(walk.reading, row)));
    return isInOrder ? now : 'changed';
  },
  treatment(walk, told) {
    const joined = lookUp(walk.reading).treatment.get({ id: told.subjectId });
    if (joined === undefined) return 'gone';
    const { row, patientId, personId } = joined;
    const isInOrder = told.action !== 'treatment.add' || walk.isNext('treatment', row.key);
    const isSame = () => sameContent(told, treatmentContent({ row, patientId })) && personId === told.personId;
    const now = newest(walk, 'treatment', row, told, isSame);
    return isInOrder ? now : 'changed';
  },
  measurement(walk, told) {
    const joined = lookUp(walk.reading).measurement.get({ id: told.subjectId });
    if (joined === undefined) return 'gone';
    const { row, patientId, personId } = joined;
    const isInOrder = walk.isNext('measurement', row.key);
    if (row.auditSequence !== told.sequence) return 'changed';
    walk.settle('measurement');
    return standing(isInOrder && sameContent(told, measurementContent(row, patientId, personId)) && personId === told.personId);
  },
  assessment: ofAssessment((walk, told, of) => {
    const isInOrder = told.action !== 'assessment.start' || walk.isNext('assessment', of.row.key);
    noteOwner(walk, told, of.row);
    return standing(assessmentStands(walk, told, of) && isInOrder && sameContent(told, assessmentContent(of.row)));
  }),
  answer: ofAssessment((walk, told, of) => {
    const stands = assessmentStands(walk, told, of);
    const found = of.answers().bySequence.get(Number(told.said.sequence));
    if (found === undefined) return 'gone';
    const { auditSequence, ...row } = found;
    if (auditSequence !== told.sequence) return 'changed';
    walk.settle('answer');
    return standing(stands && sameContent(told, answerContent(told.subjectId, row)));
  }),
  conclusion: ofAssessment((walk, told, of) => {
    type Row = Written & { readonly key: number; readonly content: string };
    const row = inSql(walk.reading).conclusion.get(of.row.key, told.sequence) as Row | undefined;
    if (row === undefined) return 'gone';
    walk.settle('conclusion');
    const isNext = walk.isNext('conclusion', row.key);
    return standing(isNext && sameHand(told, row) && sameContent(told, { assessmentId: told.subjectId, content: row.content }));
  }),
  signature: ofAssessment((walk, told, of) => {
    const stands = assessmentStands(walk, told, of);
    type Row = Written & { readonly contentHash: string; readonly auditSequence: number };
    const row = inSql(walk.reading).signature.get(of.row.key) as Row | undefined;
    if (row === undefined) return 'gone';
    if (row.auditSequence !== told.sequence) return 'changed';
    walk.settle('signature');
    const isSame = sameContent(told, { assessmentId: told.subjectId, contentHash: row.contentHash });
    return standing(stands && sameHand(told, row) && isSame);
  }),
  addendum(walk, told) {
    type Row = Written & { readonly key: number; readonly auditSequence: number };
    const found = inSql(walk.reading).addendum.get(told.subjectId) as Row | undefined;
    if (found === undefined) return 'gone';
    const { key, auditSequence, ...row } = found;
    const isInOrder = walk.isNext('addendum', key);
    if (auditSequence !== told.sequence) return 'changed';
    walk.settle('addendum');
    return standing(isInOrder && sameHand(told, row) && sameContent(told, row));
  },
};

/** Which of the tables that never lose a row an action adds one to. */
const adds: Readonly<Record<string, ToldTable>> = {
  'patient.create': 'patient',
  'treatment.add': 'treatment',
  'measurement.record': 'measurement',
  'assessment.start': 'assessment',
  'assessment.conclude': 'conclusion',
  'assessment.add-addendum': 'addendum',
};

/** The practice and its people are few, and are held against the trail at its end. */
const toldAtEnd = new Set(['practice', 'person', 'setting']);

function standingOf(walk: Walk, told: Told): Standing {
  try {
    return finders[told.subject]?.(walk, told) ?? 'gone';
  } catch (error) {
    // A page that cannot be read is the file's fault; whatever else a forged row leads to is the row's.
    if (failureOf(error) !== null) throw error;
    return 'changed';
  }
}

/** Holds what an audit row says was written against what the store holds of it now. */
export function checkRow(walk: Walk, told: Told): void {
  if (told.contentHash === '' || toldAtEnd.has(told.subject)) return;
  const now = standingOf(walk, told);
  if (now === 'changed') walk.tell({ ...told, code: 'content-changed' });
  if (now !== 'gone') return;
  walk.tell({ ...told, code: 'content-gone' });
  const table = adds[told.action];
  if (table !== undefined) walk.skip(table);
}
