import { expect, test } from 'vitest';
import { recordAnswer } from '../../../db/answers.ts';
import { readAssessment, startAssessment } from '../../../db/assessments.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import { listMeasurements, recordMeasurement } from '../../../db/measurements.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { createPatient, readPatient, updatePatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { changeSettings, readSettings } from '../../../db/settings.ts';
import { addAddendum, signAssessment } from '../../../db/signing.ts';
import { addTreatment, listTreatments, updateTreatment } from '../../../db/treatments.ts';
import { cheap, closedAfter, newPractice, noon, passphrase } from './practice-for-tests.ts';
import { details } from './sample-details.ts';
import { someResult } from './some-result.ts';

const query = { search: '', filter: 'all', offset: 0, limit: 200, today: '2026-11-24' } as const;

test('a whole record is there after closing and opening', async () => {
  const { store, act, folder, person } = await newPractice();
  const patient = createPatient(store, act(), details());
  const started = startAssessment(store, act(), { patientId: patient.id, setting: 'spine-clinic', on: '2026-11-24' });
  const answers = [
    { finding: 'made.up.one', state: 'present', value: null, entered: null },
    { finding: 'made.up.two', state: 'absent', value: null, entered: null },
    { finding: 'made.up.three', state: 'not-known', value: null, entered: null },
    { finding: 'made.up.four', state: 'present', value: 200, entered: { text: '656', unit: 'ft' } },
    { finding: 'made.up.five', state: 'not-applicable', value: null, entered: null },
    { finding: 'made.up.one', state: 'not-asked', value: null, entered: null },
  ] as const;
  for (const [seen, answer] of answers.entries()) {
    recordAnswer(store, act(), { assessmentId: started.id, seen, ...answer });
  }
  const conclusion = {
    workingDiagnosis: ['neurogenic-claudication'],
    agreement: 'agrees',
    reason: '',
    note: 'n',
    plan: 'p',
    forPatient: 'f',
    reviewOn: '2026-12-24',
  } as const;
  concludeAssessment(store, act(), {
    assessmentId: started.id,
    conclusion: { ...conclusion, workingDiagnosis: [...conclusion.workingDiagnosis] },
    list: {
      workingDiagnosis: ['neurogenic-claudication'],
      concluded: true,
      redFlag: { id: 'spinal-fracture', urgency: 'urgent' },
      reviewOn: '2026-12-24',
    },
  });
  const signed = signAssessment(store, act(), {
    assessmentId: started.id,
    seen: 6,
    facts: { setting: 'spine-clinic', patient: { ageYears: 76, sex: 'female' }, findings: {} },
    result: someResult,
    list: {},
  });
  addAddendum(store, act(), { assessmentId: started.id, text: 'Later' });
  recordMeasurement(store, act(), {
    patientId: patient.id,
    finding: 'made.up.four',
    value: 150,
    entered: { text: '150', unit: 'm' },
    on: '2026-11-01',
    note: '',
  });
  const treatment = addTreatment(store, act(), {
    patientId: patient.id,
    details: {
      pathway: null,
      name: 'Flexion exercise',
      step: 1,
      dose: '',
      startedOn: '2026-11-24',
      endedOn: null,
      response: null,
      responseNote: '',
      reviewOn: null,
    },
  });
  const { id, patientId, version, personName, ...now } = treatment;
  updateTreatment(store, act(), { treatmentId: id, seenVersion: version, details: { ...now, response: 'better' } });
  updatePatient(store, act(), { patientId: patient.id, seenVersion: 1, details: details({ givenName: 'Margarete' }) });
  changeSettings(store, act(), 'practice', { idleMinutes: 5 });
  closeStore(store);

  const again = closedAfter(await openPractice(folder, { personId: person.id, passphrase, origin: 'browser', now: noon, cost: cheap }));
  const { reading } = again.store;
  expect(readPatient(reading, patient.id)).toMatchObject({ givenName: 'Margarete', recordNumber: '1001', version: 2 });
  const assessment = readAssessment(reading, started.id);
  expect(Object.fromEntries(assessment.answers.map((answer) => [answer.finding, [answer.state, answer.value, answer.entered]]))).toEqual({
    'made.up.one': ['not-asked', null, null],
    'made.up.two': ['absent', null, null],
    'made.up.three': ['not-known', null, null],
    'made.up.four': ['present', 200, { text: '656', unit: 'ft' }],
    'made.up.five': ['not-applicable', null, null],
  });
  expect(assessment).toMatchObject({ state: 'signed', sequence: 6, answered: 4, conclusion, patient: { ageYears: 76, sex: 'female' } });
  expect(assessment.signature).toMatchObject({ intact: true, signedBy: 'Dr Ada Stone', contentHash: signed.signature?.contentHash });
  expect(assessment.addenda).toMatchObject([{ text: 'Later', personName: 'Dr Ada Stone' }]);
  expect(listMeasurements(reading, { patientId: patient.id, findings: ['made.up.four'] }).map(({ value, on }) => [on, value])).toEqual([
    ['2026-11-01', 150],
    ['2026-11-24', 200],
  ]);
  expect(listTreatments(reading, patient.id)).toMatchObject([{ name: 'Flexion exercise', response: 'better', version: 2 }]);
  expect(readSettings(reading, 'practice')).toEqual({ idleMinutes: 5 });
  expect(listPatients(reading, query)).toEqual({
    rows: [
      {
        id: patient.id,
        familyName: 'Müller',
        givenName: 'Margarete',
        birthDate: '1950-03-12',
        sex: 'female',
        recordNumber: '1001',
        deceasedOn: null,
        mergedInto: null,
        workingDiagnosis: ['neurogenic-claudication'],
        concluded: true,
        redFlag: { id: 'spinal-fracture', urgency: 'urgent' },
        lastSeenOn: '2026-11-24',
        reviewOn: '2026-12-24',
        unsigned: false,
      },
    ],
    total: 1,
    more: false,
    counts: { all: 1, today: 1, 'review-due': 0, unsigned: 0, 'red-flag': 1 },
  });
});
