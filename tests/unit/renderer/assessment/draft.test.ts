import { expect, test, vi } from 'vitest';
import { createDraft } from '../../../../renderer/assessment/draft/draft.ts';
import { type GivenAnswer, takenBack } from '../../../../renderer/controls/given-answer.ts';
import { Failure } from '../../../../shared/contract/failure.ts';
import { createRecord, emptyAssessment } from './recording-double.ts';

const yes: GivenAnswer = { state: 'present', value: null, entered: null };
const no: GivenAnswer = { state: 'absent', value: null, entered: null };

async function settled(draft: ReturnType<typeof createDraft>) {
  await vi.waitFor(() => expect(draft.current().saving).toBe('saved'));
}

test('an answer counts on the screen at once, and all are written in the order in which they were given', async () => {
  const { port, rows } = createRecord();
  const draft = createDraft(emptyAssessment, port);
  draft.answer('a', yes);
  draft.answer('b', no);
  draft.answer('a', no);
  expect(draft.current().answers).toEqual({ a: no, b: no });
  expect(draft.current().saving).toBe('saving');
  await settled(draft);
  expect(rows.map((row) => [row.finding, row.state])).toEqual([
    ['a', 'present'],
    ['b', 'absent'],
    ['a', 'absent'],
  ]);
});

test('what cannot be written now is tried again with the same intent, and nothing after it overtakes it', async () => {
  const { port, rows, calls, failures } = createRecord();
  failures.push(new Failure('disk-full'), new Error('no reply'));
  const seen: string[] = [];
  const why = new Set<string | undefined>();
  const draft = createDraft(emptyAssessment, port);
  draft.subscribe(() => {
    seen.push(draft.current().saving);
    why.add(draft.current().waitsOn?.code);
  });
  draft.answer('a', yes);
  draft.answer('b', yes);
  await settled(draft);
  expect(calls.map((call) => call.finding)).toEqual(['a', 'a', 'a', 'b']);
  expect(new Set(calls.filter((call) => call.finding === 'a').map((call) => call.idempotencyId)).size).toBe(1);
  expect(seen).toContain('trying-again');
  expect(why).toEqual(new Set([undefined, 'disk-full']));
  expect(draft.current().waitsOn).toBeNull();
  expect(rows).toHaveLength(2);
  expect(draft.current().refusal).toBeNull();
});

test('an undo is a new answer that gives the one before again', async () => {
  const { port, rows } = createRecord();
  const draft = createDraft(emptyAssessment, port);
  draft.answer('a', yes);
  draft.answer('b', yes);
  draft.answer('a', no);
  expect(draft.undo()).toBe('a');
  expect(draft.undo()).toBe('b');
  expect(draft.current().answers).toEqual({ a: yes, b: takenBack });
  await settled(draft);
  expect(rows.map((row) => row.state)).toEqual(['present', 'present', 'absent', 'present', 'not-asked']);
  expect(draft.undo()).toBe('a');
  expect(draft.undo()).toBeNull();
});

test('where somebody wrote since, theirs stands and mine to other findings is written on top', async () => {
  const { port, rows, byAnother, latest } = createRecord();
  const draft = createDraft(emptyAssessment, port);
  byAnother('theirs', 'absent');
  byAnother('both', 'absent');
  draft.answer('mine', yes);
  draft.answer('both', yes);
  await settled(draft);
  expect(draft.current().answers).toEqual({ theirs: no, both: no, mine: yes });
  expect(draft.current().refusal).toMatchObject({ failure: { code: 'stale' }, findings: ['both'] });
  expect(latest().map((row) => [row.finding, row.state])).toEqual([
    ['theirs', 'absent'],
    ['both', 'absent'],
    ['mine', 'present'],
  ]);
  expect(rows).toHaveLength(3);
});

test('when the draft is no longer mine, what was not written is named and the record is shown', async () => {
  const { port, failures, byAnother } = createRecord();
  const reopened = vi.fn();
  const draft = createDraft(emptyAssessment, { ...port, onReopened: reopened });
  byAnother('theirs', 'present');
  failures.push(new Failure('not-owner'));
  draft.answer('mine', yes);
  draft.answer('more', no);
  await settled(draft);
  expect(draft.current().answers).toEqual({ theirs: yes });
  expect(draft.current().refusal).toMatchObject({ failure: { code: 'not-owner' }, findings: ['mine', 'more'] });
  expect(reopened).toHaveBeenCalledOnce();
});

test('an answer that is refused by itself goes, the others are written', async () => {
  const { port, rows, failures } = createRecord();
  const draft = createDraft(emptyAssessment, port);
  failures.push(new Failure('invalid', { field: 'a' }));
  draft.answer('a', yes);
  draft.answer('b', yes);
  await settled(draft);
  expect(rows.map((row) => row.finding)).toEqual(['b']);
  expect(draft.current().answers).toEqual({ b: yes });
});

test('what an answer makes pointless is recorded after it', async () => {
  const { port, rows } = createRecord();
  const draft = createDraft(emptyAssessment, {
    ...port,
    followUps: (answers) => (answers.a?.state === 'absent' ? { b: { state: 'not-applicable', value: null, entered: null } } : {}),
  });
  draft.answer('a', no);
  await settled(draft);
  expect(rows.map((row) => [row.finding, row.state])).toEqual([
    ['a', 'absent'],
    ['b', 'not-applicable'],
  ]);
});

test('what only followed from an answer is not named among what was not saved', async () => {
  const { port, failures } = createRecord();
  failures.push(new Failure('signed'));
  const following = { b: { state: 'not-applicable', value: null, entered: null } } as const;
  const draft = createDraft(emptyAssessment, { ...port, followUps: () => following });
  draft.answer('a', no);
  await settled(draft);
  expect(draft.current().refusal?.findings).toEqual(['a']);
});

test('a newer record from elsewhere is followed, but never over what waits to be written', async () => {
  const { port } = createRecord();
  const draft = createDraft(emptyAssessment, port);
  const theirs = {
    finding: 'b',
    sequence: 1,
    state: 'present',
    value: null,
    entered: null,
    personId: emptyAssessment.ownerId,
    at: emptyAssessment.savedAt,
  } as const;
  draft.follow({ ...emptyAssessment, sequence: 1, answers: [theirs] });
  expect(draft.current().answers).toEqual({ b: yes });
  expect(draft.seen()).toBe(1);
});
