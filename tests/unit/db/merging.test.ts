import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { listAssessments, startAssessment } from '../../../db/assessments.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import type { Act } from '../../../db/audit/write.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { recordMeasurement } from '../../../db/measurements.ts';
import { mergePatient, separatePatient } from '../../../db/merging.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { createPatient, readPatient, updatePatient } from '../../../db/patients.ts';
import { addAddendum, signAssessment } from '../../../db/signing.ts';
import { addTreatment, listTreatments, updateTreatment } from '../../../db/treatments.ts';
import type { Patient } from '../../../shared/contract/patients.ts';
import { newPractice } from './practice-for-tests.ts';
import { details, treatment } from './sample-details.ts';
import { someResult } from './some-result.ts';

const failing = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const today = '2027-02-01';

async function twoRecords() {
  const made = await newPractice();
  const { store, act } = made;
  const register = (familyName: string) => createPatient(store, act(), details({ familyName, phone: '' }));
  const [duplicate, kept] = [register('Zander'), register('Alder')];
  const merge = (one: Patient, into: Patient, as: Act = act()) =>
    mergePatient(store, as, { patientId: one.id, seenVersion: one.version, intoId: into.id, seenIntoVersion: into.version });
  const listed = (search = '', filter: 'all' | 'review-due' = 'all') =>
    listPatients(store.reading, { search, filter, offset: 0, limit: 200, today }).rows;
  const problems = () => verifyFolder(store.folder, insideOf(store).databaseKey).problems;
  return { ...made, register, duplicate, kept, merge, listed, problems };
}

/** A record with a signed assessment that plans a review, and a treatment. */
function treatedPatient({ store, act }: Pick<Awaited<ReturnType<typeof newPractice>>, 'store' | 'act'>) {
  const { id: patientId } = createPatient(store, act(), details());
  const { id: signedId } = startAssessment(store, act(), { patientId, setting: 'primary-care', on: '2026-11-20' });
  const reviewOn = '2027-01-01';
  const conclusion = { workingDiagnosis: [], agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn } as const;
  const list = { concluded: true, reviewOn };
  concludeAssessment(store, act(), { assessmentId: signedId, conclusion: { ...conclusion, workingDiagnosis: [] }, list });
  const facts = { setting: 'primary-care', patient: {}, findings: {} } as const;
  signAssessment(store, act(), { assessmentId: signedId, seen: 0, facts, result: someResult, list: {} });
  const { id: treatmentId } = addTreatment(store, act(), { patientId, details: treatment });
  return { patient: readPatient(store.reading, patientId), patientId, signedId, treatmentId, reviewOn };
}

test('a merged record is closed, points to the kept one, and stands last; the kept one names it', async () => {
  const { store, duplicate, kept, merge, listed, register, problems } = await twoRecords();
  register('Zzz');
  const closed = merge(duplicate, kept);
  expect(closed).toMatchObject({ version: 2, mergedInto: { id: kept.id, recordNumber: kept.recordNumber }, earlierRecords: [] });
  expect(readPatient(store.reading, kept.id)).toMatchObject({ version: 1, mergedInto: null, earlierRecords: [{ id: duplicate.id }] });
  expect(listed().map(({ familyName, mergedInto }) => [familyName, mergedInto?.familyName ?? null])).toEqual([
    ['Alder', null],
    ['Zzz', null],
    ['Zander', 'Alder'],
  ]);
  expect(listed('zan')).toMatchObject([{ mergedInto: { id: kept.id } }]);
  expect(listed('1950-03-12').at(-1)?.id).toBe(duplicate.id);
  expect(problems()).toEqual([]);
});

test('nothing is added to a closed record but an addendum, and nothing in it is lost', async () => {
  const practice = await twoRecords();
  const { store, act, kept, merge } = practice;
  const { patient, patientId, signedId, treatmentId } = treatedPatient(practice);
  const before = [listAssessments(store.reading, patientId), listTreatments(store.reading, patientId)];
  const closed = merge(patient, kept);
  expect([listAssessments(store.reading, patientId), listTreatments(store.reading, patientId)]).toEqual(before);
  const attempts = [
    () => updatePatient(store, act(), { patientId, seenVersion: closed.version, details: details() }),
    () => startAssessment(store, act(), { patientId, setting: 'primary-care', on: '2026-11-24' }),
    () => recordMeasurement(store, act(), { patientId, finding: 'made.up', value: 1, entered: null, on: '2026-11-24', note: '' }),
    () => addTreatment(store, act(), { patientId, details: treatment }),
    () => updateTreatment(store, act(), { treatmentId, seenVersion: 1, details: treatment }),
  ];
  for (const attempt of attempts) expect(attempt).toThrow(failing('merged'));
  expect(addAddendum(store, act(), { assessmentId: signedId, text: 'Corrected' }).addenda.at(-1)?.text).toBe('Corrected');
});

test('what would lead in a circle, or to a closed record, is refused and leaves everything as it was', async () => {
  const { store, act, duplicate, kept, merge, register, listed } = await twoRecords();
  expect(() => merge(kept, kept)).toThrow(failing('invalid'));
  expect(() => merge({ ...duplicate, version: 7 }, kept)).toThrow(failing('stale'));
  expect(() => merge(duplicate, { ...kept, version: 7 })).toThrow(failing('stale'));
  startAssessment(store, act(), { patientId: duplicate.id, setting: 'primary-care', on: '2026-11-24' });
  expect(() => merge(duplicate, kept)).toThrow(failing('draft-open'));
  expect(listed().map(({ mergedInto }) => mergedInto)).toEqual([null, null]);
  expect(readTrail(store.reading, { limit: 100 }).some(({ action }) => action === 'patient.merge')).toBe(false);

  const third = register('Third');
  const closed = merge(third, kept);
  expect(() => merge(closed, duplicate)).toThrow(failing('merged'));
  expect(() => merge(duplicate, closed)).toThrow(failing('merged'));
  expect(() => merge(kept, duplicate)).toThrow(failing('keeps-others'));
});

test('both trails tell of a merge once, also where it is asked for twice, and of the separation', async () => {
  const { store, act, duplicate, kept, merge, problems, listed } = await twoRecords();
  const once = { ...act(), idempotencyId: randomUUID() };
  const closed = merge(duplicate, kept, once);
  expect(merge(duplicate, kept, once)).toEqual(closed);
  const told = (patientId: string) =>
    readTrail(store.reading, { limit: 100, patientId }).flatMap(({ action, detail }) =>
      action === 'patient.create' ? [] : [[action, detail]],
    );
  expect(told(kept.id)).toEqual([['patient.take-in', { from: duplicate.id }]]);
  expect(told(duplicate.id)).toEqual([['patient.merge', { into: kept.id }]]);

  const separate = (seenVersion: number) => separatePatient(store, act(), { patientId: duplicate.id, seenVersion });
  expect(() => separate(1)).toThrow(failing('stale'));
  expect(separate(2)).toMatchObject({ version: 3, mergedInto: null });
  expect(() => separate(3)).toThrow(failing('invalid'));
  expect(told(duplicate.id)[0]).toEqual(['patient.separate', { from: kept.id }]);
  expect(readPatient(store.reading, kept.id).earlierRecords).toEqual([]);
  expect(listed().map(({ familyName }) => familyName)).toEqual(['Alder', 'Zander']);
  expect(startAssessment(store, act(), { patientId: duplicate.id, setting: 'primary-care', on: '2026-11-24' }).state).toBe('draft');
  expect(problems()).toEqual([]);
});

test('a review planned in a duplicate no longer falls due, and does again once it is separated', async () => {
  const practice = await twoRecords();
  const { store, act, kept, merge, listed } = practice;
  const { patient, patientId, reviewOn } = treatedPatient(practice);
  expect(listed('', 'review-due')).toHaveLength(1);
  const closed = merge(patient, kept);
  expect(listed('', 'review-due')).toEqual([]);
  separatePatient(store, act(), { patientId, seenVersion: closed.version });
  expect(listed('', 'review-due')).toMatchObject([{ id: patientId, reviewOn }]);
});

test('who was merged into whom cannot be changed by other means unnoticed', async () => {
  const { store, duplicate, kept, merge, problems } = await twoRecords();
  merge(duplicate, kept);
  insideOf(store).writer.client.exec('update patient set merged_into = null');
  expect(problems()).toMatchObject([{ code: 'content-changed', subjectId: duplicate.id }]);
});
