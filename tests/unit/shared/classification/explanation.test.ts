import { expect, test } from 'vitest';
import { whatEachAnswerWouldDo } from '../../../../shared/classification/answer-effects.ts';
import { classify } from '../../../../shared/classification/classify.ts';
import { explain } from '../../../../shared/classification/explain.ts';
import { pointless } from '../../../../shared/classification/pointless.ts';
import { strengthOf, weights } from '../../../../shared/classification/weights.ts';
import { microLog } from '../../../../shared/evidence/micro-nats.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import type { CaseFacts } from '../../../../shared/findings/facts.ts';
import { publishedCases } from './published-cases.ts';

const cart: CaseFacts = {
  setting: 'spine-clinic',
  patient: { ageYears: 74 },
  findings: { 'provoke.walking': true, 'relieve.sitting': true, 'relieve.shopping-cart': true, 'relieve.standing-still': true },
};

test('every line of the working names a source that can be looked up, whatever kind it is', () => {
  const kinds = new Set<string>();
  for (const { facts } of publishedCases) {
    for (const { kind, sources, rule } of classify(facts).differential.flatMap((row) => row.contributions)) {
      kinds.add(kind);
      expect([rule, sources.length > 0 && sources.every((source) => rules.sources.has(source))]).toEqual([rule, true]);
    }
  }
  expect([...kinds].sort()).toEqual(['age', 'competition', 'composite', 'confirming', 'core', 'finding', 'group-discount', 'pretest']);
});

test('the mechanism is told in the words of this patient’s own findings, and what does not fit', () => {
  const [account] = explain(cart).mechanism;
  expect(account?.condition).toBe(classify(cart).differential.find((row) => row.condition !== 'other')?.condition);
  expect(account?.fits).toContain('The patient walks further leaning over a cart (shopping cart sign).');
  expect(account?.doesNotFit).toContain('Standing still upright relieves them, as in arterial disease.');
});

test('a group of which one piece counts says so, and evidence that waits for the core feature says why', () => {
  expect(explain(cart).groups.map((group) => group.group)).toContain('posture-relief');
  const weak: CaseFacts = { ...cart, findings: { 'exam.motor-deficit': true } };
  expect(explain(weak).withheld).toContainEqual(
    expect.objectContaining({ condition: 'neurogenic-claudication', groups: ['neuro-deficit'] }),
  );
});

test('the cells of the comparison: sign, strength and whether it counts', () => {
  const cells = weights(cart);
  const cell = cells.find((each) => each.condition === 'neurogenic-claudication' && each.finding === 'relieve.shopping-cart');
  expect(cell).toMatchObject({ sign: 'for', strength: 2, logLikelihoodRatio: microLog(3), counts: true });
  expect(cells.find((each) => each.condition === 'neurogenic-claudication' && each.finding === 'relieve.sitting')?.counts).toBe(false);
  expect([1, 1.9, 3, 6, 0.4, 0.1].map((ratio) => strengthOf(microLog(ratio)))).toEqual([0, 1, 2, 3, 2, 3]);
});

test('what each answer would do, also to a finding that is already answered', () => {
  const effects = whatEachAnswerWouldDo('relieve.bending-forward', cart);
  const [yes, no] = [true, false].map((answer) =>
    effects.find((each) => each.answer === answer)?.effects.find((each) => each.condition === 'neurogenic-claudication'),
  );
  expect(yes?.ratio).toBeGreaterThan(1);
  expect(yes?.ratio).toBeGreaterThan(no?.ratio ?? 9);
  const again = whatEachAnswerWouldDo('relieve.sitting', cart);
  expect(again.map((each) => each.answer)).toEqual([true, false]);
  expect(whatEachAnswerWouldDo('no-such-finding', cart)).toEqual([]);
});

test('what earlier answers settle', () => {
  const settled = pointless({ setting: 'primary-care', patient: { sex: 'male' }, findings: { 'symptom.numbness': false } });
  expect(settled.get('symptom.numbness-soles')?.settledAs).toBe(false);
  expect(settled.get('history.pregnancy')?.settledAs).toBe(false);
  expect(settled.has('symptom.pain')).toBe(false);
});
