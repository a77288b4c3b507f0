import { asc, eq, sql } from 'drizzle-orm';
import type { AnswerRecord } from '../shared/contract/assessments.ts';
import { type Reading, reads } from './connection/handles.ts';
import { momentText } from './moment.ts';
import { answer, person } from './schema/tables.ts';

const lookUp = reads((orm) => ({
  ofAssessment: orm
    .select({
      finding: answer.finding,
      sequence: answer.sequence,
      state: answer.state,
      value: answer.value,
      enteredText: answer.enteredText,
      enteredUnit: answer.enteredUnit,
      personId: person.id,
      at: answer.at,
      atOffset: answer.atOffset,
      supersedes: answer.supersedes,
    })
    .from(answer)
    .innerJoin(person, eq(person.key, answer.personKey))
    .where(eq(answer.assessmentKey, sql.placeholder('assessmentKey')))
    .orderBy(asc(answer.finding), asc(answer.sequence))
    .prepare(),
}));

export type AnswerRow = ReturnType<ReturnType<typeof lookUp>['ofAssessment']['all']>[number];

/** Every answer ever given in an assessment, in the order given. */
export function everyAnswer(reading: Reading, assessmentKey: number): readonly AnswerRow[] {
  return lookUp(reading)
    .ofAssessment.all({ assessmentKey })
    .sort((a, b) => a.sequence - b.sequence);
}

export function answerRecordOf(row: AnswerRow): AnswerRecord {
  return {
    finding: row.finding,
    sequence: row.sequence,
    state: row.state as AnswerRecord['state'],
    value: row.value === null ? null : JSON.parse(row.value),
    entered: row.enteredText === null ? null : { text: row.enteredText, unit: row.enteredUnit },
    personId: row.personId,
    at: momentText(row.at, row.atOffset),
  };
}

/** The answers that count: the latest to each finding, an answer taken back among them. */
export function latestAnswers(reading: Reading, assessmentKey: number): readonly AnswerRecord[] {
  const latest = new Map<string, AnswerRow>();
  for (const row of everyAnswer(reading, assessmentKey)) latest.set(row.finding, row);
  return [...latest.values()].sort((a, b) => a.sequence - b.sequence).map(answerRecordOf);
}

/** What the audit's hash of an answer is taken of. */
export function answerContent(assessmentId: string, row: AnswerRow): unknown {
  return { assessmentId, ...row };
}
