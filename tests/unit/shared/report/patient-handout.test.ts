import { expect, test } from 'vitest';
import { asText } from '../../../../shared/report/as-text.ts';
import { hasWordsForPatient, patientHandout } from '../../../../shared/report/patient-handout.ts';
import { answersFor, conclusion, draft, inputFor, signed } from './record.ts';

const answers = answersFor({ 'symptom.pain': true, 'provoke.standing': true, 'relieve.sitting': true, 'redflag.fever': true });

test('the patient takes home the clinician’s signed words and nothing of the program’s', () => {
  expect(asText(patientHandout(inputFor(signed(answers))))).toBe(`For you to take home
Ruth Alvarez · 24-Nov-2026 · Valley Spine Practice

From Dr. M. Okafor
Keep walking.
Lean on a cart if that helps.
Your next visit: 5-Jan-2027.

Dr. M. Okafor · signed electronically 24-Nov-2026, 14:31
Check code 7F3A-91C2: compare with the record
`);
});

test('a draft is not meant for the patient, and says so', () => {
  expect(asText(patientHandout(inputFor(draft(answers, { conclusion }))))).toContain('DRAFT, not signed. Not yet meant for the patient.');
});

test('without words there is nothing to hand out', () => {
  expect(hasWordsForPatient({ assessment: draft(answers) })).toBe(false);
  expect(hasWordsForPatient({ assessment: draft(answers, { conclusion: { ...conclusion, forPatient: ' \n ' } }) })).toBe(false);
  expect(hasWordsForPatient({ assessment: signed(answers) })).toBe(true);
});
