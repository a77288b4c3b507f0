import { recordAnswer } from '../../../db/answers.ts';
import { startAssessment } from '../../../db/assessments.ts';
import type { Act } from '../../../db/audit/write.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import type { Store } from '../../../db/connection/store.ts';
import { recordMeasurement } from '../../../db/measurements.ts';
import { createPatient } from '../../../db/patients.ts';
import { addAddendum, signAssessment } from '../../../db/signing.ts';
import { addTreatment } from '../../../db/treatments.ts';
import { details } from './sample-details.ts';
import { someResult } from './some-result.ts';

/** Something in every table that a patient's record has: one signed assessment, one draft, the course between. */
export function fillRecord(
  store: Store,
  act: () => Act,
): { readonly patientId: string; readonly signedId: string; readonly draftId: string } {
  const { id: patientId } = createPatient(store, act(), details());
  const start = (on: string) => startAssessment(store, act(), { patientId, setting: 'spine-clinic', on }).id;
  const signedId = start('2026-11-20');
  const answer = (assessmentId: string, seen: number, state: 'present' | 'absent' | 'not-known', value: number | null) =>
    recordAnswer(store, act(), { assessmentId, finding: `made.up.${seen}`, state, value, entered: null, seen });
  answer(signedId, 0, 'present', 12.5);
  answer(signedId, 1, 'absent', null);
  answer(signedId, 2, 'not-known', null);
  const conclusion = { agreement: 'agrees', reason: '', note: 'n', plan: 'p', forPatient: 'f', reviewOn: '2027-01-01' } as const;
  concludeAssessment(store, act(), {
    assessmentId: signedId,
    conclusion: { ...conclusion, workingDiagnosis: ['neurogenic-claudication'] },
    list: { concluded: true, workingDiagnosis: ['neurogenic-claudication'], reviewOn: '2027-01-01' },
  });
  const facts = { setting: 'spine-clinic', patient: { ageYears: 76 }, findings: { 'made.up.0': 12.5, 'made.up.1': false } } as const;
  signAssessment(store, act(), { assessmentId: signedId, seen: 3, facts, result: someResult, list: {} });
  addAddendum(store, act(), { assessmentId: signedId, text: 'Later' });
  const draftId = start('2026-11-24');
  answer(draftId, 0, 'present', 7);
  recordMeasurement(store, act(), { patientId, finding: 'made.up.0', value: 9, entered: null, on: '2026-11-22', note: '' });
  const treatment = {
    pathway: null,
    name: 'Exercise',
    step: 1,
    dose: '',
    endedOn: null,
    response: null,
    responseNote: '',
    reviewOn: null,
  } as const;
  addTreatment(store, act(), { patientId, details: { ...treatment, startedOn: '2026-11-21' } });
  return { patientId, signedId, draftId };
}
