import { createHash, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Failure } from '../shared/contract/failure.ts';
import type { Measurement } from '../shared/contract/measurements.ts';
import type { EnteredValue } from '../shared/findings/answer.ts';
import { type Act, write } from './audit/write.ts';
import { type Reading, reads, sqlReads, writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { momentText } from './moment.ts';
import { openPatientRecord, patientRecord } from './patients.ts';
import { personRow } from './people.ts';
import { measurement } from './schema/tables.ts';

const lookUp = reads((orm) => ({
  byId: orm
    .select()
    .from(measurement)
    .where(eq(measurement.id, sql.placeholder('id')))
    .prepare(),
}));

/** A chart reads thousands at once, so these two go past the query builder's mapping. SQLite takes the list of findings as one JSON text. */
const series = sqlReads((prepare) => ({
  measured: prepare(
    `select id, finding, value, on_day as "on", note, at, at_offset as atOffset from measurement
     where patient_key = ? and finding in (select value from json_each(?))`,
  ),
  answered: prepare(
    `select assessment.id as assessmentId, on_day as "on", finding, answer.sequence, value, at, at_offset as atOffset
     from assessment join answer on answer.assessment_key = assessment.key
     where patient_key = ? and finding in (select value from json_each(?))`,
  ),
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
type Measured = Pick<Row, 'id' | 'finding' | 'value' | 'on' | 'note' | 'at' | 'atOffset'>;
interface Answered {
  readonly assessmentId: string;
  readonly on: string;
  readonly finding: string;
  readonly sequence: number;
  readonly value: string | null;
  readonly at: number;
  readonly atOffset: number;
}

function measurementOf({ id, finding, value, on, note, at, atOffset }: Measured): Measurement {
  return { id, finding, value, on, assessmentId: null, note, recordedAt: momentText(at, atOffset) };
}

/** What the audit's hash of a measurement is taken of; whoever checks it may find neither patient nor person. */
export function measurementContent(row: Row, patientId: string | null, personId: string | null): unknown {
  const { key, patientKey, personKey, auditSequence, ...rest } = row;
  return { ...rest, patientId, personId };
}

/** An answer has no id of its own: made from what names it, so that it is the same each time. */
function idOfAnswer(assessmentId: string, finding: string): string {
  const hex = createHash('sha256').update(`${assessmentId}\n${finding}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function answeredNumbers(rows: readonly Answered[]): Measurement[] {
  const latest = new Map<string, Answered>();
  for (const row of rows) {
    const name = `${row.assessmentId}\n${row.finding}`;
    if (row.sequence > (latest.get(name)?.sequence ?? 0)) latest.set(name, row);
  }
  return [...latest.values()].flatMap(({ assessmentId, finding, on, value: text, at, atOffset }) => {
    const value: unknown = text === null ? null : JSON.parse(text);
    if (typeof value !== 'number') return [];
    return [{ id: idOfAnswer(assessmentId, finding), finding, value, on, assessmentId, note: '', recordedAt: momentText(at, atOffset) }];
  });
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

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
  const { measured, answered } = series(reading);
  const rows = (measured.all(key, asked) as Measured[]).map(measurementOf);
  rows.push(...answeredNumbers(answered.all(key, asked) as Answered[]));
  return rows.sort((a, b) => compare(a.on, b.on) || compare(a.recordedAt, b.recordedAt));
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

/** Adds one value that was measured outside an assessment. @throws Failure `merged` where the record is closed, `not-found` */
export function recordMeasurement(store: Store, act: Act, input: RecordedMeasurement): Measurement {
  return write(
    store,
    act,
    'measurement.record',
    (tx) => {
      const of = openPatientRecord(tx, input.patientId);
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
