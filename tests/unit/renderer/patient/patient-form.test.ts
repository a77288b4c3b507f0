import { expect, test } from 'vitest';
import { detailsOfForm, emptyPatientForm, patientFormProblems } from '../../../../renderer/patient/patient-form-values.ts';
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

test('who was searched for stands in the form already', () => {
  expect(emptyPatientForm('Ruth Maria Alvarez')).toMatchObject({ familyName: 'Alvarez', givenName: 'Ruth Maria' });
  expect(emptyPatientForm('Alvarez, Ruth')).toMatchObject({ familyName: 'Alvarez', givenName: 'Ruth' });
  expect(emptyPatientForm('Alvarez')).toMatchObject({ familyName: 'Alvarez', givenName: '' });
  expect(emptyPatientForm('004-217')).toMatchObject({ familyName: '', givenName: '' });
});
