import { expect, test } from 'vitest';
import { answerByKey } from '../../../../renderer/assessment/intake/answer-by-key.ts';
import type { ChoiceFinding, Finding, MultiFinding } from '../../../../shared/findings/finding.ts';

const entry = { id: 'x', section: 's', label: 'X', definition: 'X', cost: { class: 'question', minutes: 1 } } as const;
const boolean: Finding = { ...entry, type: 'boolean' };
const choice: ChoiceFinding = { ...entry, type: 'choice', options: { left: 'Left', right: 'Right' } };
const multi: MultiFinding = { ...entry, type: 'multi', options: { a: 'A', b: 'B' } };

test('Y, N and U answer a yes-or-no finding and go on; Backspace takes back and stays', () => {
  expect(answerByKey(boolean, undefined, 'Y')).toEqual({ answer: { state: 'present', value: null, entered: null }, movesOn: true });
  expect(answerByKey(boolean, undefined, 'N')).toEqual({ answer: { state: 'absent', value: null, entered: null }, movesOn: true });
  expect(answerByKey(boolean, undefined, 'U')).toEqual({ answer: { state: 'not-known', value: null, entered: null }, movesOn: true });
  expect(answerByKey(boolean, undefined, 'Backspace')).toEqual({
    answer: { state: 'not-asked', value: null, entered: null },
    movesOn: false,
  });
  expect(answerByKey(boolean, undefined, '1')).toBeNull();
});

test('a figure chooses an option; one that is not there does nothing', () => {
  expect(answerByKey(choice, undefined, '2')).toEqual({ answer: { state: 'present', value: 'right', entered: null }, movesOn: true });
  expect(answerByKey(choice, undefined, '3')).toBeNull();
  expect(answerByKey(choice, undefined, 'Y')).toBeNull();
});

test('several options are collected in the catalogue’s order; the last one taken away leaves nothing said', () => {
  const second = answerByKey(multi, undefined, '2');
  expect(second).toEqual({ answer: { state: 'present', value: ['b'], entered: null }, movesOn: false });
  const both = answerByKey(multi, second?.answer, '1');
  expect(both?.answer.value).toEqual(['a', 'b']);
  expect(answerByKey(multi, second?.answer, '2')?.answer.state).toBe('not-asked');
  expect(answerByKey(multi, undefined, '0')?.answer).toEqual({ state: 'absent', value: [], entered: null });
});
