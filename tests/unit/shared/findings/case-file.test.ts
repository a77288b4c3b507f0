import { describe, expect, test } from 'vitest';
import { readCase } from '../../../../shared/findings/case-file.ts';

const example = {
  format: 'leg-symptom-case/1',
  id: 'example-001',
  source: null,
  setting: 'primary-care',
  patient: { ageYears: 71, sex: 'female' },
  findings: { 'symptom.pain': true, 'exam.slr': null, 'provoke.max-walking-distance-m': 200, 'imaging.serious-lesion': [] },
  reference: { conditions: ['neurogenic-claudication'], redFlags: [], basis: 'MRI' },
};

const codesOf = (json: unknown) => {
  const reading = readCase(json);
  return reading.ok
    ? []
    : reading.problems.map((problem) => [problem.code, 'finding' in problem ? problem.finding : 'field' in problem ? problem.field : null]);
};

test('reads a case: facts apart from the reference', () => {
  const reading = readCase(example);
  expect(reading).toEqual({
    ok: true,
    case: {
      id: 'example-001',
      source: null,
      facts: { setting: 'primary-care', patient: { ageYears: 71, sex: 'female' }, findings: example.findings },
      reference: { conditions: ['neurogenic-claudication'], redFlags: [], basis: 'MRI' },
    },
  });
});

test('age, sex, source and reference may be left out', () => {
  const { source: _, reference: __, ...rest } = example;
  const reading = readCase({ ...rest, patient: {} });
  expect(reading.ok && [reading.case.facts.patient, reading.case.source, reading.case.reference]).toEqual([{}, null, null]);
  expect(readCase({ ...rest, patient: undefined }).ok).toBe(true);
});

describe('refuses, naming what', () => {
  test.each<[string, unknown, unknown]>([
    ['what is no object', [1], [['not-a-case', null]]],
    ['another format', { ...example, format: 'leg-symptom-case/2' }, [['wrong-format', null]]],
    ['no id', { ...example, id: '' }, [['missing', 'id']]],
    ['no findings', { ...example, findings: undefined }, [['missing', 'findings']]],
    ['an unknown setting', { ...example, setting: 'home' }, [['wrong-field', 'setting']]],
    ['an impossible age', { ...example, patient: { ageYears: 130 } }, [['wrong-field', 'patient.ageYears']]],
    ['an unknown sex', { ...example, patient: { sex: 'f' } }, [['wrong-field', 'patient.sex']]],
    ['a misspelt age', { ...example, patient: { age: 71 } }, [['wrong-field', 'patient.age']]],
    ['an unknown finding', { ...example, findings: { 'exam.nose': true } }, [['unknown-finding', 'exam.nose']]],
    ['a value of another type', { ...example, findings: { 'symptom.pain': 'yes' } }, [['wrong-type', 'symptom.pain']]],
    ['a value out of range', { ...example, findings: { 'lab.potassium': 90 } }, [['impossible', 'lab.potassium']]],
    ['an unknown option', { ...example, findings: { 'symptom.side': 'middle' } }, [['unknown-option', 'symptom.side']]],
    [
      'several faults at once',
      { ...example, findings: { 'exam.nose': true, 'symptom.pain': 1 } },
      [
        ['unknown-finding', 'exam.nose'],
        ['wrong-type', 'symptom.pain'],
      ],
    ],
  ])('%s', (_, json, codes) => {
    expect(codesOf(json)).toEqual(codes);
  });

  test('and never repeats a value', () => {
    const reading = readCase({ ...example, findings: { 'symptom.side': 'canary-4711', 'lab.potassium': 4711 } });
    expect(JSON.stringify(reading)).not.toContain('4711');
  });
});
