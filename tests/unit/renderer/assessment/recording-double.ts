import type { DraftPort } from '../../../../renderer/assessment/draft/draft.ts';
import type { AnswerRecord, Assessment } from '../../../../shared/contract/assessments.ts';
import { Failure } from '../../../../shared/contract/failure.ts';

const person = '6a0f7a44-5d1c-4a3e-9d0e-0a3a2f4b6c01';
const at = '2026-11-24T14:02:00+00:00';

export const emptyAssessment: Assessment = {
  id: '6a0f7a44-5d1c-4a3e-9d0e-0a3a2f4b6c02',
  patientId: '6a0f7a44-5d1c-4a3e-9d0e-0a3a2f4b6c03',
  state: 'draft',
  on: '2026-11-24',
  setting: 'spine-clinic',
  startedAt: at,
  ownerId: person,
  ownerName: 'Dr. M. Okafor',
  sequence: 0,
  answered: 0,
  conclusion: null,
  signature: null,
  patient: { ageYears: 72, sex: 'female' },
  answers: [],
  savedAt: at,
  addenda: [],
};

/** A record in memory that keeps the application's rules: sequence, idempotency, and whatever failures are put before a call. */
export function createRecord() {
  const rows: AnswerRecord[] = [];
  const replies = new Map<string, AnswerRecord>();
  const calls: { finding: string; idempotencyId: string }[] = [];
  const failures: unknown[] = [];
  let ids = 0;
  const latest = () => [...new Map(rows.map((row) => [row.finding, row])).values()];

  function write(finding: string, state: AnswerRecord['state']): AnswerRecord {
    const row: AnswerRecord = { finding, sequence: rows.length + 1, state, value: null, entered: null, personId: person, at };
    rows.push(row);
    return row;
  }

  const port: DraftPort = {
    async record(input) {
      calls.push({ finding: input.finding, idempotencyId: input.idempotencyId });
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      const known = replies.get(input.idempotencyId);
      if (known !== undefined) return { answer: known };
      if (input.seen !== rows.length) throw new Failure('stale', { sequence: rows.length });
      const answer = write(input.finding, input.state);
      replies.set(input.idempotencyId, answer);
      return { answer };
    },
    reopen: async () => ({ ...emptyAssessment, answers: latest(), sequence: rows.length }),
    wait: async () => undefined,
    newId: () => `intent ${++ids}`,
    followUps: () => ({}),
    onSaved: () => undefined,
    onReopened: () => undefined,
  };
  return { port, rows, calls, failures, latest, byAnother: write };
}
