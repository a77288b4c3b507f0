import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import { type Clinic, createPractice, details, openClinic } from '../clinic.ts';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
  await createPractice(clinic);
});
afterAll(() => clinic.close());

test('a practice’s own chance counts in its setting alone, and is signed with the record', async () => {
  const { client } = clinic;
  const priors = { 'spine-clinic': { 'vascular-claudication': 0.4 } };
  await client.settings.changePractice({ priors });
  const { id: patientId } = await client.patients.create({ details, idempotencyId: randomUUID() });
  const conclusion = { workingDiagnosis: [], agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn: null } as const;
  async function signIn(setting: 'spine-clinic' | 'physiotherapy') {
    const start = { patientId, setting, on: '2026-03-02', idempotencyId: randomUUID() };
    const { id: assessmentId } = await client.assessments.start(start);
    const answer = { finding: 'provoke.walking', state: 'present', value: null, entered: null } as const;
    await client.assessments.record({ assessmentId, ...answer, seen: 0, idempotencyId: randomUUID() });
    await client.assessments.conclude({ assessmentId, conclusion: { ...conclusion, workingDiagnosis: [] }, idempotencyId: randomUUID() });
    return client.assessments.sign({ assessmentId, seen: 1, idempotencyId: randomUUID() });
  }
  const facts = { patient: { ageYears: 74, sex: 'female' }, findings: { 'provoke.walking': true } } as const;

  const own = await signIn('spine-clinic');
  expect(own.signature?.result).toEqual(classify({ setting: 'spine-clinic', ...facts, priors: priors['spine-clinic'] }));
  expect(own.signature?.result).not.toEqual(classify({ setting: 'spine-clinic', ...facts }));
  expect((await signIn('physiotherapy')).signature?.result).toEqual(classify({ setting: 'physiotherapy', ...facts }));

  await client.settings.changePractice({ priors: {} });
  const again = await client.assessments.open({ assessmentId: own.id });
  expect(again.signature).toMatchObject({ intact: true, result: own.signature?.result });
});
