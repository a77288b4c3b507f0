import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut, runAll } from '../../../../shared/classification/case-memory.ts';
import { idsOf, parseExpression } from '../../../../shared/evidence/expression.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import { absent, present } from '../../../../shared/evidence/three-valued.ts';
import { flat, someCase } from '../classification/arbitrary-case.ts';
import { truthOf } from './naive-truth.ts';

test('parses every form of the grammar', () => {
  expect(parseExpression('relieve.sitting')).toEqual({ form: 'present', id: 'relieve.sitting' });
  expect(parseExpression('symptom.side = both')).toEqual({ form: 'equals', id: 'symptom.side', value: 'both' });
  expect(parseExpression('imaging.serious-lesion has tumour')).toEqual({ form: 'has', id: 'imaging.serious-lesion', option: 'tumour' });
  expect(parseExpression('lab.potassium <= 2.5')).toEqual({ form: 'compare', id: 'lab.potassium', comparison: '<=', limit: 2.5 });
  expect(parseExpression({ count: ['a', 'b'], atLeast: 1 })).toMatchObject({ form: 'count', atLeast: 1 });
  expect(idsOf(parseExpression({ all: ['a', { any: ['b', { not: 'a' }] }, { unless: 'c < 1' }] }))).toEqual(['a', 'b', 'c']);
});

test.each([
  ['two operators', 'a = b = c'],
  ['a comparison with a word', 'lab.potassium < low'],
  ['an empty text', ''],
  ['a number', 3],
  ['nothing', null],
  ['an unknown form', { some: ['a'] }],
  ['two forms at once', { all: [], any: [] }],
  ['a count that cannot be reached', { count: ['a'], atLeast: 2 }],
  ['a list that is none', { all: 'a' }],
])('refuses %s', (_, expression) => {
  expect(() => parseExpression(expression)).toThrow(SyntaxError);
});

/** Every expression of the tables that the program has compiled, with its truth for a case. */
const expressions = [
  ...rules.tables.ratios.map((row) => row.when),
  ...rules.tables.core.map((row) => row.needs),
  ...rules.tables.redFlags.flatMap((row) => row.tiers.map((tier) => tier.when)),
  ...rules.tables.conflicts.map((row) => row.when),
  ...rules.tables.mechanism.flatMap((row) => [...row.fits, ...row.doesNotFit].map((sentence) => sentence.when)),
  ...rules.tables.pointless.map((row) => row.when),
].filter((expression) => !JSON.stringify(expression).includes('instrument.'));

const asTruth = (tri: number | undefined) => (tri === present ? true : tri === absent ? false : undefined);

test('the indexed program gives every expression the truth that plain recursion gives it', () => {
  expect(expressions.length).toBeGreaterThan(450);
  fc.assert(
    fc.property(someCase, (facts) => {
      const memory = runAll(layOut(facts, rules), rules);
      const naive = flat(facts);
      expect(expressions.map((expression) => asTruth(memory.truths[rules.program.node(expression)]))).toEqual(
        expressions.map((expression) => truthOf(expression, naive)),
      );
    }),
    { numRuns: 60 },
  );
});
