import type { AnswerRow } from '../answer-rows.ts';
import { type Reading, sqlReads } from '../connection/handles.ts';

const lookUp = sqlReads((prepare) => ({
  assessment: prepare(
    `select assessment.key, assessment.id, patient_key as patientKey, patient.id as patientId, owner.id as ownerId, state, setting,
     on_day as "on", started_at as startedAt, started_offset as startedOffset, sequence, answered, saved_at as savedAt,
     saved_offset as savedOffset, assessment.audit_sequence as auditSequence,
     exists (select 1 from signature where assessment_key = assessment.key) as hasSignature
     from assessment left join patient on patient.key = patient_key left join person as owner on owner.key = owner_key where assessment.id = ?`,
  ),
  // The columns of an answer's row as it was hashed when it was written.
  answers: prepare(
    `select finding, sequence, state, value, entered_text as enteredText, entered_unit as enteredUnit, person.id as personId, at,
     at_offset as atOffset, supersedes, answer.audit_sequence as auditSequence from answer left join person on person.key = person_key
     where assessment_key = ? order by sequence`,
  ),
}));

export interface AssessmentNow {
  readonly key: number;
  readonly id: string;
  readonly patientKey: number;
  /** Null where the patient is gone. */
  readonly patientId: string | null;
  readonly ownerId: string | null;
  readonly state: string;
  readonly setting: string;
  readonly on: string;
  readonly startedAt: number;
  readonly startedOffset: number;
  readonly sequence: number;
  readonly answered: number;
  readonly savedAt: number;
  readonly savedOffset: number;
  readonly auditSequence: number;
  readonly hasSignature: 0 | 1;
}

type AnswerNow = AnswerRow & { readonly auditSequence: number };

interface Answers {
  readonly bySequence: ReadonlyMap<number, AnswerNow>;
  /** Rows; more than the map holds where two have one sequence. */
  readonly rows: number;
  readonly newest: number;
  /** Findings whose latest answer is known or not known. */
  readonly answered: number;
}

/** An assessment as the store holds it, its answers read once, when they are first asked for. */
export interface RecordedAssessment {
  readonly row: AssessmentNow;
  readonly answers: () => Answers;
}

function answersOf(reading: Reading, key: number): Answers {
  const rows = lookUp(reading).answers.all(key) as AnswerNow[];
  const latest = new Map(rows.map(({ finding, state }) => [finding, state]));
  return {
    bySequence: new Map(rows.map((row) => [row.sequence, row])),
    rows: rows.length,
    newest: rows.at(-1)?.sequence ?? 0,
    answered: [...latest.values()].filter((state) => state !== 'not-asked').length,
  };
}

/** The trail tells of one assessment many times in a row, and of a few at once: so many are remembered. */
const mostRemembered = 200;

/** Reads each assessment once as long as the trail keeps coming back to it. Gives null where it is gone. */
export function assessmentsOf(reading: Reading): (id: string) => RecordedAssessment | null {
  const remembered = new Map<string, RecordedAssessment | null>();
  return (id) => {
    const known = remembered.get(id);
    if (known !== undefined) return known;
    const row = lookUp(reading).assessment.get(id) as AssessmentNow | undefined;
    let answers: Answers | null = null;
    const of = row === undefined ? null : { row, answers: () => (answers ??= answersOf(reading, row.key)) };
    const [oldest] = remembered.keys();
    if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
    remembered.set(id, of);
    return of;
  };
}
