import { and, desc, eq, sql } from 'drizzle-orm';
import type { AnswerRecord } from '../shared/contract/assessments.ts';
import { Failure } from '../shared/contract/failure.ts';
import type { Answer, AnswerState, EnteredValue } from '../shared/findings/answer.ts';
import { type AnswerRow, answerContent, answerRecordOf, everyAnswer } from './answer-rows.ts';
import { assessmentRow, ownDraft } from './assessments.ts';
import { type Act, write } from './audit/write.ts';
import { canonicalJson } from './canonical-json.ts';
import { reads, writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { type ListSummary, showOnList } from './list-summary.ts';
import { answer, assessment } from './schema/tables.ts';

const lookUp = reads((orm) => ({
  latest: orm
    .select({ sequence: answer.sequence, state: answer.state })
    .from(answer)
    .where(and(eq(answer.assessmentKey, sql.placeholder('assessmentKey')), eq(answer.finding, sql.placeholder('finding'))))
    .orderBy(desc(answer.sequence))
    .limit(1)
    .prepare(),
}));

const given = (name: string) => sql`${sql.placeholder(name)}`;
const put = writes((orm) => ({
  answer: orm
    .insert(answer)
    .values({
      assessmentKey: sql.placeholder('assessmentKey'),
      sequence: sql.placeholder('sequence'),
      finding: sql.placeholder('finding'),
      state: sql.placeholder('state'),
      value: sql.placeholder('value'),
      enteredText: sql.placeholder('enteredText'),
      enteredUnit: sql.placeholder('enteredUnit'),
      personKey: sql.placeholder('personKey'),
      at: sql.placeholder('at'),
      atOffset: sql.placeholder('atOffset'),
      supersedes: sql.placeholder('supersedes'),
      auditSequence: sql.placeholder('auditSequence'),
    })
    .prepare(),
  saved: orm
    .update(assessment)
    .set({
      sequence: given('sequence'),
      answered: given('answered'),
      savedAt: given('at'),
      savedOffset: given('offset'),
      auditSequence: given('auditSequence'),
    })
    .where(eq(assessment.key, sql.placeholder('key')))
    .prepare(),
}));

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
      const draft = ownDraft(tx, input.assessmentId);
      if (input.seen !== draft.sequence) throw new Failure('stale', { sequence: draft.sequence });
      const before = lookUp(tx).latest.get({ assessmentKey: draft.key, finding: input.finding });
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
      put(tx).answer.run({
        ...row,
        assessmentKey: draft.key,
        // The owner alone may write.
        personKey: draft.ownerKey,
        auditSequence: tx.auditSequence,
      });
      put(tx).saved.run({
        key: draft.key,
        sequence: row.sequence,
        answered: draft.answered + counts(input.state) - counts(before?.state),
        at: row.at,
        offset: row.atOffset,
        auditSequence: tx.auditSequence,
      });
      if (input.list !== undefined) showOnList(tx, draft.patientKey, input.list);
      return {
        subject: { kind: 'answer', id: input.assessmentId },
        patientId: draft.patientId,
        content: answerContent(input.assessmentId, row),
        detail: { sequence: row.sequence },
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
