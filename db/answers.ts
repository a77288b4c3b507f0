import type { AnswerRecord } from '../shared/contract/assessments.ts';
import { Failure } from '../shared/contract/failure.ts';
import type { Answer, AnswerState, EnteredValue } from '../shared/findings/answer.ts';
import { type AnswerRow, answerContent, answerRecordOf, everyAnswer } from './answer-rows.ts';
import { assertOwnDraft, assessmentRow } from './assessments.ts';
import { type Act, write } from './audit/write.ts';
import { canonicalJson } from './canonical-json.ts';
import { sqlReads, sqlWrites, type Writing } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { type ListSummary, showOnList } from './list-summary.ts';

interface Draft {
  readonly key: number;
  readonly state: string;
  readonly sequence: number;
  readonly answered: number;
  readonly patientKey: number;
  readonly patientId: string;
  readonly ownerKey: number;
  readonly ownerId: string;
}
interface Before {
  readonly sequence: number;
  readonly state: string;
}

// One for each key press, so these go past the query builder.
const lookUp = sqlReads((prepare) => ({
  draft: prepare(
    `select assessment.key, state, sequence, answered, patient_key as patientKey, patient.id as patientId, owner_key as ownerKey, person.id as ownerId
     from assessment join patient on patient.key = patient_key join person on person.key = owner_key where assessment.id = ?`,
  ),
  before: prepare('select sequence, state from answer where assessment_key = ? and finding = ? order by sequence desc limit 1'),
}));
const put = sqlWrites((prepare) => ({
  answer: prepare(
    `insert into answer (assessment_key, sequence, finding, state, value, entered_text, entered_unit, person_key, at, at_offset, supersedes, audit_sequence)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  saved: prepare('update assessment set sequence = ?, answered = ?, saved_at = ?, saved_offset = ?, audit_sequence = ? where key = ?'),
}));

function addAnswer(tx: Writing, draft: Draft, row: AnswerRow, answered: number): void {
  const { answer, saved } = put(tx);
  const { sequence, finding, state, value, enteredText, enteredUnit, at, atOffset, supersedes } = row;
  // The owner alone may write.
  const [of, by, told] = [draft.key, draft.ownerKey, tx.auditSequence];
  answer.run(of, sequence, finding, state, value, enteredText, enteredUnit, by, at, atOffset, supersedes, told);
  saved.run(sequence, answered, at, atOffset, told, of);
}

export interface RecordedAnswer extends Answer {
  readonly assessmentId: string;
  readonly finding: string;
  readonly entered: EnteredValue | null;
  /** The newest sequence that the caller knows of. */
  readonly seen: number;
  readonly list?: ListSummary;
}

const counts = (state: AnswerState | string | undefined) => Number(state !== undefined && state !== 'not-asked');

/**
 * Adds one answer to a draft; the answer was checked against the catalogue before. On disk when this returns.
 * @throws Failure `stale` with the newest `sequence` where the caller has not seen it, `not-owner`, `signed`, `not-found`
 */
export function recordAnswer(store: Store, act: Act, input: RecordedAnswer): AnswerRecord {
  return write(
    store,
    act,
    'answer.record',
    (tx) => {
      // JSON would make it null, and a known value unknown.
      if (typeof input.value === 'number' && !Number.isFinite(input.value)) throw new Failure('invalid', { field: input.finding });
      const draft = lookUp(tx).draft.get(input.assessmentId) as Draft | undefined;
      if (draft === undefined) throw new Failure('not-found');
      assertOwnDraft(draft, tx.personId);
      if (input.seen !== draft.sequence) throw new Failure('stale', { sequence: draft.sequence });
      const before = lookUp(tx).before.get(draft.key, input.finding) as Before | undefined;
      const row: AnswerRow = {
        finding: input.finding,
        sequence: draft.sequence + 1,
        state: input.state,
        value: input.value === null ? null : canonicalJson(input.value),
        enteredText: input.entered?.text ?? null,
        enteredUnit: input.entered?.unit ?? null,
        personId: tx.personId,
        at: tx.now.at.getTime(),
        atOffset: tx.now.offsetMinutes,
        supersedes: before?.sequence ?? null,
      };
      addAnswer(tx, draft, row, draft.answered + counts(input.state) - counts(before?.state));
      const told = input.list === undefined ? {} : showOnList(tx, draft.patientKey, input.list);
      return {
        subject: { kind: 'answer', id: input.assessmentId },
        patientId: draft.patientId,
        content: answerContent(input.assessmentId, row),
        detail: { sequence: row.sequence, ...told },
        result: answerRecordOf(row),
      };
    },
    ({ subjectId, detail }, reading) => {
      const row = everyAnswer(reading, assessmentRow(reading, subjectId).key).find(({ sequence }) => sequence === detail.sequence);
      if (row === undefined) throw new Failure('not-found');
      return answerRecordOf(row);
    },
  );
}
