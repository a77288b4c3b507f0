import { describe, expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import type { Condition } from '../../../../shared/evidence/conditions.ts';
import { probabilityOf } from '../../../../shared/evidence/micro-nats.ts';
import type { AnyFindingFacts } from '../../../../shared/findings/facts.ts';

const neurogenic = {
  'symptom.pain': true,
  'symptom.side': 'both',
  'provoke.walking': true,
  'provoke.standing': true,
  'relieve.sitting': true,
  'relieve.bending-forward': true,
  'relieve.shopping-cart': true,
} as const;

const run = (findings: AnyFindingFacts) => classify({ setting: 'spine-clinic', patient: { ageYears: 72, sex: 'female' }, findings });
function row(condition: Condition, findings: AnyFindingFacts) {
  const found = run(findings).differential.find((each) => each.condition === condition);
  if (found === undefined) throw new Error(condition);
  return found;
}
const taken = (condition: Condition, findings: AnyFindingFacts) =>
  row(condition, findings).contributions.find((line) => line.kind === 'competition')?.logLikelihoodRatio ?? 0;

describe('conditions compete for what they account for', () => {
  test('a well supported condition leaves less to those that account for the same', () => {
    const walking = { 'provoke.walking': true, 'relieve.any-rest': true };
    expect(taken('vascular-claudication', { ...walking, ...neurogenic })).toBeLessThan(0);
    const before = row('vascular-claudication', { ...walking, ...neurogenic });
    const own = before.contributions.filter((line) => line.kind !== 'competition').reduce((sum, line) => sum + line.logLikelihoodRatio, 0);
    expect(before.probability).toBeLessThan(probabilityOf(own));
  });

  test('a condition that nothing supports takes nothing away', () => {
    for (const each of run({}).differential) expect(each.contributions.filter((line) => line.kind === 'competition')).toEqual([]);
  });

  test('competition takes, and never gives', () => {
    for (const each of run(neurogenic).differential) {
      for (const line of each.contributions.filter((contribution) => contribution.kind === 'competition')) {
        expect(line.logLikelihoodRatio).toBeLessThanOrEqual(0);
      }
    }
  });
});

describe('two causes', () => {
  const low = {
    ...neurogenic,
    'abi.left': 0.6,
    'abi.right': 0.62,
    'exam.foot-pulse-abnormal': true,
    'imaging.arterial-stenosis': 'occlusion',
  };

  test('hard evidence of a second condition raises it and never erases the first', () => {
    const [alone, both] = [run(neurogenic), run(low)];
    const probability = (result: typeof alone, condition: Condition) =>
      result.differential.find((each) => each.condition === condition)?.probability ?? 0;
    expect(probability(alone, 'vascular-claudication')).toBeLessThan(0.1);
    expect(probability(both, 'vascular-claudication')).toBeGreaterThan(0.5);
    expect(probability(both, 'neurogenic-claudication')).toBeGreaterThan(0.8);
    expect(both.conclusion).toMatchObject({ kind: 'mixed', conditions: ['neurogenic-claudication', 'vascular-claudication'] });
  });

  test('without evidence of its own the second does not rise to mixed', () => {
    expect(run(neurogenic).conclusion).toMatchObject({ kind: 'leading', conditions: ['neurogenic-claudication'] });
  });

  test('together they account for more than either alone, and a test that would tell is named', () => {
    const pair = run(low).pairs.find(
      (each) => each.conditions.includes('vascular-claudication') && each.conditions.includes('neurogenic-claudication'),
    );
    expect(pair?.explained).toBeGreaterThan(Math.max(...(pair?.alone ?? [99])));
    expect(pair?.explained).toBeLessThanOrEqual(pair?.of ?? 0);
    expect(pair?.wouldTell.length).toBeGreaterThan(0);
  });
});

test('imaging of the spine alone never makes claudication likely', () => {
  const severe = { 'imaging.central-stenosis': 'severe', 'imaging.lateral-recess-stenosis': 'severe', 'imaging.schizas': 'd' };
  expect(row('neurogenic-claudication', severe).band).not.toBe('likely');
  expect(run(severe).conclusion.kind).toBe('undetermined');
});
