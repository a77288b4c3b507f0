import { expect, test } from 'vitest';
import { detailsOfForm, emptyPatientForm, lastDay, patientFormProblems } from '../../../../renderer/patient/patient-form-values.ts';
import { patientDetails } from '../../../../shared/contract/patients.ts';

const today = '2026-11-24';
const whole = { ...emptyPatientForm(), familyName: ' Alvarez ', givenName: 'Ruth', birthDate: '1954-03-12', sex: 'female' as const };

test('an empty form says what is needed, and nothing else', () => {
  expect(Object.keys(patientFormProblems(emptyPatientForm(), today)).sort()).toEqual(['birthDate', 'familyName', 'givenName', 'sex']);
});

test('a form without problems is what the contract takes', () => {
  expect(patientFormProblems(whole, today)).toEqual({});
  expect(patientDetails.safeParse(detailsOfForm(whole)).success).toBe(true);
  expect(detailsOfForm(whole).familyName).toBe('Alvarez');
});

test.each([
  ['1954-02-30', 'patient-form.date-wrong'],
  ['12 Nov', 'patient-form.date-wrong'],
  ['2026-11-25', 'patient-form.date-future'],
  ['1905-01-01', 'patient-form.date-too-old'],
])('a birth date of %s is refused in words', (birthDate, words) => {
  expect(patientFormProblems({ ...whole, birthDate }, today).birthDate?.words).toBe(words);
});

test('bounds are said before the contract refuses', () => {
  expect(patientFormProblems({ ...whole, phone: '0'.repeat(61) }, today).phone).toEqual({ words: 'patient-form.too-long', limit: 60 });
  expect(patientFormProblems({ ...whole, email: 'ruth at home' }, today).email?.words).toBe('patient-form.email-wrong');
  expect(patientFormProblems({ ...whole, warnings: [{ kind: 'allergy', text: ' ' }] }, today)['warnings.0.text']?.words).toBe(
    'patient-form.warning-empty',
  );
});

test.each([
  ['2026-11-25', 'patient-form.date-future'],
  ['1954-03-11', 'patient-form.died-before-birth'],
  ['last year', 'patient-form.date-wrong'],
])('a death on %s is refused in words', (deceasedOn, words) => {
  expect(patientFormProblems({ ...whole, deceasedOn }, today)).toEqual({ deceasedOn: { words } });
});

test('an age is the one that was reached, also more than 120 years after the birth', () => {
  const longAgo = { ...whole, birthDate: '1899-04-01', deceasedOn: '1985-06-30' };
  expect(patientFormProblems(longAgo, today)).toEqual({});
  expect(lastDay(longAgo, today)).toBe('1985-06-30');
  expect(lastDay({ ...longAgo, deceasedOn: '' }, today)).toBe(today);
  expect(lastDay({ ...longAgo, deceasedOn: '1899-03-31' }, today)).toBe(today);
  expect(detailsOfForm(longAgo).deceasedOn).toBe('1985-06-30');
  expect(detailsOfForm(whole).deceasedOn).toBeNull();
});

test('each other number says whose it is, once, and what it is', () => {
  const identifiers = [
    { system: ' Insurance ', value: ' 943 476 ' },
    { system: 'insurance', value: '' },
    { system: '', value: 'H1' },
  ];
  expect(patientFormProblems({ ...whole, identifiers }, today)).toEqual({
    'identifiers.1.system': { words: 'patient-form.identifier-twice' },
    'identifiers.1.value': { words: 'patient-form.identifier-value-empty' },
    'identifiers.2.system': { words: 'patient-form.identifier-system-empty' },
  });
  const saved = detailsOfForm({ ...whole, identifiers: identifiers.slice(0, 1) });
  expect(saved.identifiers).toEqual([{ system: 'Insurance', value: '943 476' }]);
  expect(patientDetails.safeParse(saved).success).toBe(true);
});

test('who was searched for stands in the form already', () => {
  expect(emptyPatientForm('Ruth Maria Alvarez')).toMatchObject({ familyName: 'Alvarez', givenName: 'Ruth Maria' });
  expect(emptyPatientForm('Alvarez, Ruth')).toMatchObject({ familyName: 'Alvarez', givenName: 'Ruth' });
  expect(emptyPatientForm('Alvarez')).toMatchObject({ familyName: 'Alvarez', givenName: '' });
  expect(emptyPatientForm('004-217')).toMatchObject({ familyName: '', givenName: '' });
});
