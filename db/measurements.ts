import { createHash, randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { Failure } from '../shared/contract/failure.ts';
import type { Measurement } from '../shared/contract/measurements.ts';
import type { EnteredValue } from '../shared/findings/answer.ts';
import { type Act, write } from './audit/write.ts';
import { type Reading, reads, writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { momentText } from './moment.ts';
import { patientRecord } from './patients.ts';
import { personRow } from './people.ts';
import { answer, assessment, measurement } from './schema/tables.ts';

/** SQLite takes a list as one JSON text: one prepared statement serves every list. */
const amongFindings = (column: typeof answer.finding | typeof measurement.finding) =>
  inArray(column, sql`(select value from json_each(${sql.placeholder('findings')}))`);

const lookUp = reads((orm) => ({
  byId: orm
    .select()
    .from(measurement)
    .where(eq(measurement.id, sql.placeholder('id')))
    .prepare(),
  measured: orm
    .select()
    .from(measurement)
    .where(and(eq(measurement.patientKey, sql.placeholder('patientKey')), amongFindings(measurement.finding)))
    .prepare(),
  answered: orm
    .select({
      assessmentId: assessment.id,
      on: assessment.on,
      finding: answer.finding,
      sequence: answer.sequence,
      state: answer.state,
      value: answer.value,
      at: answer.at,
      atOffset: answer.atOffset,
    })
    .from(assessment)
    .innerJoin(answer, eq(answer.assessmentKey, assessment.key))
    .where(and(eq(assessment.patientKey, sql.placeholder('patientKey')), amongFindings(answer.finding)))
    .prepare(),
}));

const put = writes((orm) => ({
  new: orm
    .insert(measurement)
    .values({
      id: sql.placeholder('id'),
      patientKey: sql.placeholder('patientKey'),
      finding: sql.placeholder('finding'),
      value: sql.placeholder('value'),
      enteredText: sql.placeholder('enteredText'),
      enteredUnit: sql.placeholder('enteredUnit'),
      on: sql.placeholder('on'),
      note: sql.placeholder('note'),
      personKey: sql.placeholder('personKey'),
      at: sql.placeholder('at'),
      atOffset: sql.placeholder('atOffset'),
      auditSequence: sql.placeholder('auditSequence'),
    })
    .prepare(),
}));

type Row = typeof measurement.$inferSelect;

function measurementOf(row: Row): Measurement {
  return {
    id: row.id,
    finding: row.finding,
    value: row.value,
    on: row.on,
    assessmentId: null,
    note: row.note,
    recordedAt: momentText(row.at, row.atOffset),
  };
}

/** What the audit's hash of a measurement is taken of. */
export function measurementContent(row: Row, patientId: string, personId: string): unknown {
  const { key, patientKey, personKey, auditSequence, ...rest } = row;
  return { ...rest, patientId, personId };
}

/** An answer has no id of its own: made from what names it, so that it is the same each time. */
function idOfAnswer(assessmentId: string, finding: string): string {
  const hex = createHash('sha256').update(`${assessmentId}\n${finding}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function answeredNumbers(reading: Reading, patientKey: number, findings: string): Measurement[] {
  const latest = new Map<string, ReturnType<ReturnType<typeof lookUp>['answered']['all']>[number]>();
  for (const row of lookUp(reading).answered.all({ patientKey, findings })) {
    const name = `${row.assessmentId}\n${row.finding}`;
    if (row.sequence > (latest.get(name)?.sequence ?? 0)) latest.set(name, row);
  }
  return [...latest.values()].flatMap((row) => {
    const value: unknown = row.value === null ? null : JSON.parse(row.value);
    if (typeof value !== 'number') return [];
    const { finding, on, assessmentId } = row;
    return [
      { id: idOfAnswer(assessmentId, finding), finding, value, on, assessmentId, note: '', recordedAt: momentText(row.at, row.atOffset) },
    ];
  });
}

/**
 * Values of some findings over time, oldest first: those measured between visits, and the numbers that count in the patient's assessments.
 * @throws Failure `not-found`
 */
export function listMeasurements(
  reading: Reading,
  { patientId, findings }: { readonly patientId: string; readonly findings: readonly string[] },
): Measurement[] {
  const { key } = patientRecord(reading, patientId);
  const asked = JSON.stringify(findings);
  const rows = [
    ...lookUp(reading).measured.all({ patientKey: key, findings: asked }).map(measurementOf),
    ...answeredNumbers(reading, key, asked),
  ];
  return rows.sort((a, b) => (a.on === b.on ? (a.recordedAt < b.recordedAt ? -1 : 1) : a.on < b.on ? -1 : 1));
}

export interface RecordedMeasurement {
  readonly patientId: string;
  readonly finding: string;
  /** In the catalogue's unit. */
  readonly value: number;
  readonly entered: EnteredValue | null;
  readonly on: string;
  readonly note: string;
}

/** Adds one value that was measured outside an assessment. @throws Failure `not-found` */
export function recordMeasurement(store: Store, act: Act, input: RecordedMeasurement): Measurement {
  return write(
    store,
    act,
    'measurement.record',
    (tx) => {
      const of = patientRecord(tx, input.patientId);
      const id = randomUUID();
      put(tx).new.run({
        id,
        patientKey: of.key,
        finding: input.finding,
        value: input.value,
        enteredText: input.entered?.text ?? null,
        enteredUnit: input.entered?.unit ?? null,
        on: input.on,
        note: input.note,
        personKey: personRow(tx, tx.personId).key,
        at: tx.now.at.getTime(),
        atOffset: tx.now.offsetMinutes,
        auditSequence: tx.auditSequence,
      });
      const row = measurementRow(tx, id);
      return {
        subject: { kind: 'measurement', id },
        patientId: of.id,
        content: measurementContent(row, of.id, tx.personId),
        result: measurementOf(row),
      };
    },
    ({ subjectId }, reading) => measurementOf(measurementRow(reading, subjectId)),
  );
}

function measurementRow(reading: Reading, id: string): Row {
  const row = lookUp(reading).byId.get({ id });
  if (row === undefined) throw new Failure('not-found');
  return row;
}
