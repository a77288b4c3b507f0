import { describe, expect, test } from 'vitest';
import { type Answer, answerOf, answerProblem, answerStates, factOf, factsOfAnswers } from '../../../../shared/findings/answer.ts';
import { catalogue } from '../../../../shared/findings/catalogue.ts';
import type { FindingValue } from '../../../../shared/findings/finding.ts';

describe('present, absent and unknown go through an answer and back', () => {
  test.each<[string, FindingValue | null | undefined, Answer]>([
    ['present', true, { state: 'present', value: null }],
    ['absent', false, { state: 'absent', value: null }],
    ['a number', 0, { state: 'present', value: 0 }],
    ['an option', 'left', { state: 'present', value: 'left' }],
    ['options', ['L5'], { state: 'present', value: ['L5'] }],
    ['looked for, none', [], { state: 'absent', value: [] }],
    ['asked, not known', null, { state: 'not-known', value: null }],
    ['not asked', undefined, { state: 'not-asked', value: null }],
  ])('%s', (_, fact, answer) => {
    expect(answerOf(fact)).toEqual(answer);
    expect(factOf(answer)).toEqual(fact);
  });
});

test('made pointless is no fact', () => {
  expect(factOf({ state: 'not-applicable', value: null })).toBeUndefined();
});

test('facts hold what is known and what was asked in vain, and leave out the rest', () => {
  const answers: Record<string, Answer> = {
    'provoke.walking': { state: 'present', value: null },
    'relieve.sitting': { state: 'not-known', value: null },
    'provoke.standing': { state: 'not-asked', value: null },
    'provoke.cycling': { state: 'not-applicable', value: null },
    'retired.finding': { state: 'present', value: null },
  };
  expect(factsOfAnswers(answers, catalogue)).toEqual({ 'provoke.walking': true, 'relieve.sitting': null });
});

describe('an answer that cannot be one is refused with the finding and the reason', () => {
  test.each<[string, Answer, string]>([
    ['provoke.flying', { state: 'present', value: null }, 'unknown-finding'],
    ['provoke.walking', { state: 'present', value: true }, 'wrong-type'],
    ['symptom.side', { state: 'present', value: null }, 'wrong-type'],
    ['symptom.side', { state: 'present', value: 'middle' }, 'unknown-option'],
    ['symptom.leg-pain-nrs', { state: 'present', value: 11 }, 'impossible'],
    ['symptom.leg-pain-nrs', { state: 'present', value: 6.5 }, 'not-whole'],
    ['symptom.leg-pain-nrs', { state: 'absent', value: null }, 'wrong-type'],
    ['symptom.leg-pain-nrs', { state: 'not-known', value: 6 }, 'value-without-knowledge'],
    ['pattern.root-levels', { state: 'absent', value: ['L5'] }, 'wrong-type'],
    ['pattern.root-levels', { state: 'present', value: ['L5', 'L5'] }, 'option-twice'],
  ])('%s %j', (finding, answer, code) => {
    expect(answerProblem(finding, answer, catalogue)).toMatchObject({ code, finding });
  });
});

test('every state without knowledge is possible for every finding', () => {
  const without = answerStates.filter((state) => state !== 'present' && state !== 'absent');
  for (const finding of catalogue.findings) {
    for (const state of without) expect(answerProblem(finding.id, { state, value: null }, catalogue)).toBeNull();
  }
});
