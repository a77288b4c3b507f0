import { describe, expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import type { Condition } from '../../../../shared/evidence/conditions.ts';
import { microLog } from '../../../../shared/evidence/micro-nats.ts';
import type { AnyFindingFacts, CaseFacts } from '../../../../shared/findings/facts.ts';

const facts = (findings: AnyFindingFacts, ageYears?: number): CaseFacts => ({
  setting: 'spine-clinic',
  patient: ageYears === undefined ? {} : { ageYears },
  findings,
});

function lines(condition: Condition, of: CaseFacts) {
  const row = classify(of).differential.find((each) => each.condition === condition);
  return (row?.contributions ?? []).map((line) => [line.kind, line.rule.split('/').slice(1).join('/'), line.logLikelihoodRatio] as const);
}

const evidenceOf = (condition: Condition, of: CaseFacts) =>
  lines(condition, of)
    .filter(([kind]) => !['pretest', 'age', 'core', 'competition'].includes(kind))
    .reduce((sum, [, , value]) => sum + value, 0);

describe('correlated findings', () => {
  test('of a group the strongest counts, the others are shown and taken off again', () => {
    const found = lines('neurogenic-claudication', facts({ 'relieve.bending-forward': true, 'relieve.shopping-cart': true }));
    expect(found).toContainEqual(['finding', 'improves-bending-forward/suri2010', 1856298]);
    expect(found).toContainEqual(['finding', 'relieve.shopping-cart/brief', microLog(3)]);
    expect(found).toContainEqual(['group-discount', 'group/posture-relief', -microLog(3)]);
  });

  test('a measured index counts instead of the signs, even where it weighs less', () => {
    const signs = { 'provoke.walking': true, 'exam.cool-skin': true, 'symptom.side': 'left' };
    expect(evidenceOf('vascular-claudication', facts(signs))).toBe(microLog(5.9));
    expect(evidenceOf('vascular-claudication', facts({ ...signs, 'abi.left': 0.7 }))).toBe(microLog(4.18));
    expect(evidenceOf('vascular-claudication', facts({ ...signs, 'abi.left': 1.1 }))).toBe(microLog(0.29));
  });

  test('a composite takes the place of its items only where it weighs at least as much, and never beside them', () => {
    const items = { 'exam.calf-swelling-cm': 4, 'history.deep-vein-thrombosis': true, 'exam.leg-oedema': true };
    const alone = lines('deep-vein-thrombosis', facts(items)).filter(([kind]) => kind === 'composite');
    expect(alone).toEqual([]);
    const high = { ...items, 'exam.calf-tenderness': true, 'history.recent-immobility': true, 'history.leg-paralysis-or-plaster': true };
    expect(evidenceOf('deep-vein-thrombosis', facts(high))).toBe(microLog(5.2));
  });

  test('evidence is withheld until the core feature is known present', () => {
    const deficit = { 'exam.motor-deficit': true, 'exam.vibration-deficit': true };
    expect(evidenceOf('neurogenic-claudication', facts(deficit))).toBe(0);
    expect(evidenceOf('neurogenic-claudication', facts({ ...deficit, 'provoke.walking': true }))).toBe(microLog(2.8));
  });

  test('a core feature known absent counts once and holds the condition down', () => {
    const found = lines('restless-legs-syndrome', facts({ 'restless.urge-to-move': false }));
    expect(found).toContainEqual(['core', 'core', microLog(0.03)]);
  });

  test('a pair moves neither condition where the core of one is known absent', () => {
    const standing = { 'relieve.standing-still': true };
    expect(evidenceOf('neurogenic-claudication', facts(standing))).toBe(-microLog(Math.sqrt(4.85)));
    const still = { ...standing, 'provoke.walking': false, 'provoke.uphill': false, 'provoke.intense-exercise': false };
    expect(lines('neurogenic-claudication', facts(still)).filter(([, rule]) => rule.startsWith('standing-relief'))).toEqual([]);
  });

  test('a finding stated as absent is named absent though its expression holds', () => {
    const row = classify(facts({ 'exam.forward-bending-provokes': false })).differential.find(
      (each) => each.condition === 'neurogenic-claudication',
    );
    expect(row?.contributions.find((line) => line.rule.includes('no-pain-with-flexion'))?.state).toBe('absent');
  });

  test('findings that come together beyond a ratio of 12 count half from there', () => {
    const typical = { 'provoke.walking': true, 'relieve.bending-forward': true, 'symptom.side': 'both', 'exam.wide-based-gait': true };
    const given = [6.4, 3.7, 2.5, 12].map(microLog).reduce((sum, value) => sum + value, 0);
    expect(evidenceOf('neurogenic-claudication', facts(typical))).toBe(given - Math.round((given - microLog(12)) / 2));
  });

  test('age acts once, through its band', () => {
    const found = lines('neurogenic-claudication', facts({}, 75)).filter(([kind]) => kind === 'age');
    expect(found).toEqual([['age', 'age', microLog(2)]]);
    expect(lines('neurogenic-claudication', facts({})).filter(([kind]) => kind === 'age')).toEqual([]);
  });
});
