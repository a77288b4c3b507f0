import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startAssessment } from '../../../db/assessments.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { holdersOf } from '../../../db/identifiers.ts';
import { countPatients } from '../../../db/list-filters.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { createPatient, readPatient, updatePatient } from '../../../db/patients.ts';
import { exportPractice } from '../../../db/transfer/export-practice.ts';
import { importPractice } from '../../../db/transfer/import-practice.ts';
import { type PatientDetails, patientDetails } from '../../../shared/contract/patients.ts';
import { cheap, closedAfter, newPractice, noon, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

const failing = (code: string, more: object = {}) => expect.objectContaining({ data: expect.objectContaining({ code, ...more }) });
const today = '2027-02-01';
const insurance = { system: 'Insurance', value: '943 476-5919 AX' };
const hospital = { system: 'Hospital', value: 'H/00172' };

async function onePatient(changes: Partial<PatientDetails> = {}) {
  const made = await newPractice();
  const { store, act } = made;
  const { id } = createPatient(store, act(), details(changes));
  const change = (to: Partial<PatientDetails>) => {
    const { version, ...now } = readPatient(store.reading, id);
    return updatePatient(store, act(), { patientId: id, seenVersion: version, details: { ...now, ...to } });
  };
  const find = (search: string) => listPatients(store.reading, { search, filter: 'all', offset: 0, limit: 9, today }).rows;
  const problems = () => verifyFolder(store.folder, insideOf(store).databaseKey).problems;
  return { ...made, id, change, find, problems };
}

test('other numbers are kept in their order, changed, and taken away', async () => {
  const { store, id, change, problems } = await onePatient({ identifiers: [insurance, hospital] });
  const now = () => readPatient(store.reading, id).identifiers;
  expect(now()).toEqual([insurance, hospital]);
  change({ identifiers: [hospital, { ...insurance, value: '1' }] });
  expect(now()).toEqual([hospital, { ...insurance, value: '1' }]);
  change({ identifiers: [] });
  expect(now()).toEqual([]);
  const [last] = readTrail(store.reading, { limit: 1, patientId: id });
  expect(last?.detail).toMatchObject({ before: { identifiers: [hospital, { ...insurance, value: '1' }] } });
  expect(problems()).toEqual([]);
});

test.each(['943 476-5919 AX', '9434765919', '943 476 5919', '943', '4765', '5919ax', 'ax', 'h/00172', '00172', '172', 'müller 943'])(
  'a patient is found by another number as far as %s says it',
  async (search) => {
    const { id, find, change } = await onePatient({ identifiers: [insurance, hospital], phone: '' });
    expect(find(search).map((row) => row.id)).toEqual([id]);
    change({ identifiers: [] });
    expect(find(search)).toEqual([]);
  },
);

test('who holds a number already is found by system and value', async () => {
  const { store, id } = await onePatient({ identifiers: [insurance] });
  expect(holdersOf(store.reading, [{ system: 'insurance', value: insurance.value }]).map((row) => row.id)).toEqual([id]);
  expect(holdersOf(store.reading, [{ system: 'Hospital', value: insurance.value }])).toEqual([]);
});

test('one system has one number', () => {
  const twice = patientDetails.safeParse(details({ identifiers: [insurance, { system: ' INSURANCE ', value: '2' }] }));
  expect(twice.error?.issues[0]?.path).toEqual(['identifiers']);
});

test.each([
  'update patient_identifier set value = 1',
  'delete from patient_identifier',
  `insert into patient_identifier (patient_key, system, value, audit_sequence) values (1, 'x', 'y', 2)`,
  `update patient set deceased_on = '2026-11-02'`,
])('verification finds what somebody did by other means: %s', async (sql) => {
  const { store, id, problems } = await onePatient({ identifiers: [insurance] });
  insideOf(store).writer.client.exec(sql);
  expect(problems()).toMatchObject([{ code: 'content-changed', subjectId: id }]);
});

test('a death is told in the list, takes the review from it, and gives it back where it was an error', async () => {
  const { store, act, id, change, find, problems } = await onePatient();
  const conclude = (assessmentId: string, reviewOn: string | null) =>
    concludeAssessment(store, act(), {
      assessmentId,
      conclusion: { workingDiagnosis: [], agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn },
      list: { concluded: true, reviewOn },
    });
  const start = (on: string) => startAssessment(store, act(), { patientId: id, setting: 'primary-care', on }).id;
  conclude(start('2026-11-20'), '2026-12-01');
  const due = () => countPatients(store.reading, today)['review-due'];
  expect(due()).toBe(1);

  change({ deceasedOn: '2026-11-23' });
  expect(find('müller')).toMatchObject([{ deceasedOn: '2026-11-23', reviewOn: null }]);
  expect(due()).toBe(0);
  // What is written up afterwards plans nothing either.
  conclude(start('2026-11-24'), '2027-01-15');
  expect([due(), find('müller')[0]?.concluded]).toEqual([0, true]);

  change({ deceasedOn: null });
  expect(find('müller')).toMatchObject([{ deceasedOn: null, reviewOn: '2027-01-15' }]);
  expect(due()).toBe(1);
  expect(problems()).toEqual([]);
});

test('nobody dies before they were born', async () => {
  const { store, act, change } = await onePatient();
  const never = { deceasedOn: '1950-03-11' };
  expect(() => change(never)).toThrow(failing('invalid', { field: 'deceasedOn' }));
  expect(() => createPatient(store, act(), details(never))).toThrow(failing('invalid', { field: 'deceasedOn' }));
  expect(change({ deceasedOn: '1950-03-12' }).deceasedOn).toBe('1950-03-12');
});

test('numbers and the day of death go out and come back', async () => {
  const { store, id } = await onePatient({ identifiers: [insurance, hospital], deceasedOn: '2026-11-02' });
  const file = join(temporaryFolder(), 'practice.jsonl');
  exportPractice({ folder: store.folder, databaseKey: insideOf(store).databaseKey, file, exportedAt: noon.at });
  expect(readFileSync(file, 'utf8')).toContain(insurance.value);
  const unlocking = { personId: '', passphrase: 'the importer’s own', origin: 'command-line', now: noon, cost: cheap } as const;
  const imported = closedAfter(await importPractice(file, join(temporaryFolder(), 'Other.cauda'), unlocking));
  expect(readPatient(imported.store.reading, id)).toEqual(readPatient(store.reading, id));
  expect(listPatients(imported.store.reading, { search: '5919', filter: 'all', offset: 0, limit: 9, today }).total).toBe(1);
});
