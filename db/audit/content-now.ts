import { eq, sql } from 'drizzle-orm';
import { type AnswerRow, answerContent } from '../answer-rows.ts';
import { assessmentContent, assessmentRow } from '../assessments.ts';
import { type Reading, reads, sqlReads } from '../connection/handles.ts';
import { measurementContent } from '../measurements.ts';
import { patientContent } from '../patients.ts';
import { personRow, readPerson } from '../people.ts';
import { assessment, measurement, patient, person, treatment } from '../schema/tables.ts';
import { treatmentContent } from '../treatments.ts';

/** What the audit says was written, as the store holds it now. `superseded`: a later row tells of it; `gone`: there is no such row. */
export type ContentNow = { readonly kind: 'content'; readonly content: unknown } | { readonly kind: 'superseded' | 'gone' };

const lookUp = reads((orm) => ({
  patient: orm
    .select()
    .from(patient)
    .where(eq(patient.id, sql.placeholder('id')))
    .prepare(),
  treatment: orm
    .select({ row: treatment, patientId: patient.id })
    .from(treatment)
    .innerJoin(patient, eq(patient.key, treatment.patientKey))
    .where(eq(treatment.id, sql.placeholder('id')))
    .prepare(),
  measurement: orm
    .select({ row: measurement, patientId: patient.id, personId: person.id })
    .from(measurement)
    .innerJoin(patient, eq(patient.key, measurement.patientKey))
    .innerJoin(person, eq(person.key, measurement.personKey))
    .where(eq(measurement.id, sql.placeholder('id')))
    .prepare(),
  assessment: orm
    .select({ key: assessment.key })
    .from(assessment)
    .where(eq(assessment.id, sql.placeholder('id')))
    .prepare(),
}));

const inSql = sqlReads((prepare) => ({
  // The columns of an answer's row as it was hashed when it was written.
  answer: prepare(
    `select finding, sequence, state, value, entered_text as enteredText, entered_unit as enteredUnit, person.id as personId, at,
     at_offset as atOffset, supersedes from answer join person on person.key = person_key where assessment_key = ? and sequence = ?`,
  ),
  conclusion: prepare('select content from conclusion where assessment_key = ? and audit_sequence = ?'),
  signature: prepare('select content_hash as contentHash from signature where assessment_key = ?'),
  addendum: prepare(
    `select addendum.id, assessment.id as assessmentId, text, person.id as personId, at, at_offset as atOffset from addendum
     join assessment on assessment.key = assessment_key join person on person.key = person_key where addendum.id = ?`,
  ),
}));

const gone: ContentNow = { kind: 'gone' };
const found = (content: unknown): ContentNow => (content === undefined ? gone : { kind: 'content', content });

interface Told {
  readonly sequence: number;
  readonly subject: string;
  readonly subjectId: string;
  readonly detail: string;
}

type Finder = (reading: Reading, told: Told) => ContentNow;

function latest<T extends { readonly auditSequence: number }>(
  row: T | undefined,
  { sequence }: Told,
  content: (row: T) => unknown,
): ContentNow {
  if (row === undefined) return gone;
  return row.auditSequence === sequence ? found(content(row)) : { kind: 'superseded' };
}

function ofAssessment(reading: Reading, id: string, content: (key: number) => unknown): ContentNow {
  const row = lookUp(reading).assessment.get({ id });
  return row === undefined ? gone : found(content(row.key));
}

const finders: Readonly<Record<string, Finder>> = {
  patient: (reading, told) => latest(lookUp(reading).patient.get({ id: told.subjectId }), told, (row) => patientContent(reading, row)),
  treatment: (reading, told) => {
    const joined = lookUp(reading).treatment.get({ id: told.subjectId });
    return latest(joined?.row, told, () => joined && treatmentContent(joined));
  },
  measurement: (reading, told) => {
    const joined = lookUp(reading).measurement.get({ id: told.subjectId });
    return found(joined && measurementContent(joined.row, joined.patientId, joined.personId));
  },
  assessment: (reading, told) => ofAssessment(reading, told.subjectId, () => assessmentContent(assessmentRow(reading, told.subjectId))),
  answer: (reading, told) =>
    ofAssessment(reading, told.subjectId, (key) => {
      const { sequence } = JSON.parse(told.detail) as { sequence: number };
      const row = inSql(reading).answer.get(key, sequence) as AnswerRow | undefined;
      return row && answerContent(told.subjectId, row);
    }),
  conclusion: (reading, told) =>
    ofAssessment(reading, told.subjectId, (key) => {
      const row = inSql(reading).conclusion.get(key, told.sequence) as { content: string } | undefined;
      return row && { assessmentId: told.subjectId, content: row.content };
    }),
  signature: (reading, told) =>
    ofAssessment(reading, told.subjectId, (key) => {
      const row = inSql(reading).signature.get(key) as { contentHash: string } | undefined;
      return row && { assessmentId: told.subjectId, contentHash: row.contentHash };
    }),
  addendum: (reading, told) => found(inSql(reading).addendum.get(told.subjectId)),
  person: (reading, told) => latest(personRow(reading, told.subjectId), told, () => readPerson(reading, told.subjectId)),
};

/** What the store now holds of that which an audit row says was written. */
export function contentNow(reading: Reading, told: Told): ContentNow {
  return finders[told.subject]?.(reading, told) ?? gone;
}
