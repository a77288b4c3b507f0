import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut, runAll } from '../../../../shared/classification/case-memory.ts';
import { differential, weighCase } from '../../../../shared/classification/differential.ts';
import { answersOf } from '../../../../shared/classification/possible-answers.ts';
import { whatIf } from '../../../../shared/classification/what-if.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import type { FindingValue } from '../../../../shared/findings/finding.ts';
import { someCase } from './arbitrary-case.ts';

const questions = [...answersOf(rules)];

test('a changed answer gives what weighing the whole case again gives, however many were asked before', () => {
  fc.assert(
    fc.property(someCase, fc.array(fc.nat({ max: questions.length - 1 }), { minLength: 1, maxLength: 6 }), (facts, picks) => {
      const memory = runAll(layOut(facts, rules), rules);
      const weighed = weighCase(facts, memory, rules);
      const asked = whatIf(facts, memory, weighed, rules);
      for (const pick of picks) {
        const [slot, answers] = questions[pick] ?? [0, []];
        for (const answer of answers) {
          const changed = { ...facts, findings: { ...facts.findings, [rules.program.slotNames[slot] ?? '']: answer as FindingValue } };
          expect(asked.logOdds([[slot, answer]]) ?? weighed.logOdds).toEqual(differential(changed));
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('two and three changed answers together', () => {
  fc.assert(
    fc.property(someCase, fc.uniqueArray(fc.nat({ max: questions.length - 1 }), { minLength: 2, maxLength: 3 }), (facts, picks) => {
      const memory = runAll(layOut(facts, rules), rules);
      const weighed = weighCase(facts, memory, rules);
      const asked = whatIf(facts, memory, weighed, rules);
      const changes = picks.map((pick) => [questions[pick]?.[0] ?? 0, questions[pick]?.[1][0]] as const);
      const findings = Object.fromEntries(changes.map(([slot, answer]) => [rules.program.slotNames[slot] ?? '', answer as FindingValue]));
      const changed = { ...facts, findings: { ...facts.findings, ...findings } };
      expect(asked.logOdds(changes) ?? weighed.logOdds).toEqual(differential(changed));
    }),
    { numRuns: 40 },
  );
});

test('the case itself is left as it was', () => {
  const facts = { setting: 'spine-clinic', patient: { ageYears: 70 }, findings: {} } as const;
  const memory = runAll(layOut(facts, rules), rules);
  const [values, truths] = [[...memory.values], [...memory.truths]];
  const weighed = weighCase(facts, memory, rules);
  const before = [...weighed.logOdds];
  const asked = whatIf(facts, memory, weighed, rules);
  for (const [slot, answers] of questions) for (const answer of answers) asked.logOdds([[slot, answer]]);
  expect([memory.values, [...memory.truths], weighed.logOdds]).toEqual([values, truths, before]);
});
