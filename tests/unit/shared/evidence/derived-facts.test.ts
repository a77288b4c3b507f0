import { expect, test } from 'vitest';
import { formulas } from '../../../../shared/evidence/derived-formulas.ts';
import { tables } from '../../../../shared/evidence/tables.ts';
import { factNamed } from './naive-truth.ts';

const derived = (id: string, facts: Record<string, unknown>) => factNamed(`derived.${id}`, facts);

test('every computable formula of the table is written, and none besides', () => {
  const wanted = tables.derived.filter((row) => row.kind === 'formula' && row.computable).map((row) => row.id);
  expect(Object.keys(formulas).sort()).toEqual([...wanted].sort());
});

test('ankle-brachial index: higher ankle over higher arm; pressures go before a bare ratio', () => {
  const pressures = {
    'pressure.dorsalis-pedis-left': 85,
    'pressure.posterior-tibial-left': 95,
    'pressure.brachial-left': 136,
    'pressure.brachial-right': 132,
  };
  expect(derived('abi-left', pressures)).toBe(95 / 136);
  expect(derived('abi-left', { ...pressures, 'abi.left': 1.2 })).toBe(95 / 136);
  expect(derived('abi-lower-ankle-left', pressures)).toBe(85 / 136);
  expect(derived('abi-left', { 'abi.left': 0.9 })).toBe(0.9);
  expect(derived('abi-left', { 'pressure.dorsalis-pedis-left': 120 })).toBeUndefined();
  expect(derived('abi-lowest', { 'abi.left': 0.9, 'abi.right': 0.6 })).toBe(0.6);
});

test('an impossible arm pressure gives no index', () => {
  expect(derived('abi-left', { 'pressure.dorsalis-pedis-left': 120, 'pressure.brachial-left': 0 })).toBeUndefined();
  expect(derived('tbi-right', { 'pressure.toe-right': 60, 'pressure.brachial-left': -1 })).toBeUndefined();
});

test('the index of the symptomatic side: not the other one, and not over 1.40', () => {
  const both = { 'abi.left': 0.6, 'abi.right': 1.1 };
  expect(derived('abi-symptomatic', { ...both, 'symptom.side': 'right' })).toBe(1.1);
  expect(derived('abi-symptomatic', { ...both, 'symptom.side': 'both' })).toBe(0.6);
  expect(derived('abi-symptomatic', both)).toBe(0.6);
  expect(derived('abi-symptomatic', { 'abi.left': 1.5, 'symptom.side': 'left' })).toBeUndefined();
  expect(derived('abi-symptomatic', { 'abi.left': 0.6, 'symptom.side': 'right' })).toBeUndefined();
});

test('fall after exercise, per cent of the resting index', () => {
  expect(derived('abi-post-exercise-fall', { 'abi.left': 1, 'abi.post-exercise-left': 0.7 })).toBeCloseTo(30, 12);
  expect(derived('abi-post-exercise-fall', { 'abi.left': 1 })).toBeUndefined();
});

test('corrected calcium: as entered, else computed, else the total', () => {
  expect(derived('corrected-calcium', { 'lab.calcium-total': 2, 'lab.albumin': 30 })).toBeCloseTo(2.2, 12);
  expect(derived('corrected-calcium', { 'lab.calcium-total': 2 })).toBe(2);
  expect(derived('corrected-calcium', { 'lab.calcium-total': 2, 'lab.albumin': 30, 'lab.calcium-corrected': 2.4 })).toBe(2.4);
});

// Worked values of the CKD-EPI 2021 equation (Inker 2021), creatinine in µmol/L: 1.0 mg/dL at 50 years is 88.4.
test.each([
  ['female', 50, 88.4, 69],
  ['male', 50, 88.4, 92],
  ['female', 75, 132.6, 36],
])('glomerular filtration rate, %s %i y, creatinine %d', (sex, age, creatinine, expected) => {
  const facts = { 'patient.sex': sex, 'patient.ageYears': age, 'lab.creatinine': creatinine };
  expect(Math.round(derived('egfr', facts) as number)).toBe(expected);
});

test('no filtration rate under 18, or for another sex', () => {
  expect(derived('egfr', { 'patient.sex': 'female', 'patient.ageYears': 17, 'lab.creatinine': 60 })).toBeUndefined();
  expect(derived('egfr', { 'patient.sex': 'other', 'patient.ageYears': 60, 'lab.creatinine': 60 })).toBeUndefined();
});

test('Wells score: an unknown item counts in the highest and not in the lowest', () => {
  expect([derived('wells-score-lowest', {}), derived('wells-score-highest', {})]).toEqual([-2, 9]);
  const facts = { 'exam.calf-tenderness': true, 'exam.calf-swelling-cm': 4, 'history.cancer': false, 'exam.leg-oedema': false };
  expect([derived('wells-score-lowest', facts), derived('wells-score-highest', facts)]).toEqual([0, 7]);
});

test('claudication history of stenosis is absent only where walking is known not to bring it on', () => {
  expect(derived('neurogenic-claudication-history', { 'provoke.walking': true, 'relieve.sitting': true })).toBe(true);
  expect(derived('neurogenic-claudication-history', { 'provoke.walking': false })).toBe(false);
  const nothingRelieves = {
    'provoke.walking': true,
    'relieve.sitting': false,
    'relieve.bending-forward': false,
    'relieve.shopping-cart': false,
  };
  expect(derived('neurogenic-claudication-history', nothingRelieves)).toBeUndefined();
});
