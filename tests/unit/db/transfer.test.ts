import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson, givePassphrase } from '../../../db/access.ts';
import { recordAnswer } from '../../../db/answers.ts';
import { readAssessment, startAssessment } from '../../../db/assessments.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { recordMeasurement } from '../../../db/measurements.ts';
import { countPatients, listPatients } from '../../../db/patient-list.ts';
import { createPatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { changeSettings } from '../../../db/settings.ts';
import { signAssessment } from '../../../db/signing.ts';
import { exportPractice } from '../../../db/transfer/export-practice.ts';
import { importPractice } from '../../../db/transfer/import-practice.ts';
import { addTreatment } from '../../../db/treatments.ts';
import { cheap, closedAfter, newPractice, noon, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';
import { someResult } from './some-result.ts';

const failing = (code: string, more: object = {}) => expect.objectContaining({ data: expect.objectContaining({ code, ...more }) });
const unlocking = { personId: '', passphrase: 'the importer’s own', origin: 'command-line', now: noon, cost: cheap } as const;

async function filledPractice() {
  const made = await newPractice();
  const { store, act } = made;
  const nurse = await addPerson(store, act(), { name: 'Ben', roles: ['assistant'], passphrase: 'second passphrase', cost: cheap });
  const people = ['Müller', 'Иванов', 'O\u2028Brien "x"\n\\'].map((familyName) => createPatient(store, act(), details({ familyName })));
  const [patient] = people;
  const patientId = patient?.id ?? '';
  const { id } = startAssessment(store, act(), { patientId, setting: 'inpatient', on: '2026-11-24' });
  for (const [seen, value] of [1.5, 0.1 + 0.2, 1e21].entries()) {
    recordAnswer(store, act(), { assessmentId: id, finding: 'made.up', state: 'present', value, entered: { text: 'x', unit: null }, seen });
  }
  const facts = { setting: 'inpatient', patient: {}, findings: {} } as const;
  signAssessment(store, act(), { assessmentId: id, seen: 3, facts, result: someResult, list: { concluded: true, reviewOn: '2026-11-20' } });
  startAssessment(store, act(nurse.id), { patientId, setting: 'inpatient', on: '2026-11-23' });
  recordMeasurement(store, act(), { patientId, finding: 'made.up', value: 1 / 3, entered: null, on: '2026-11-01', note: 'ü' });
  const treatment = {
    pathway: null,
    name: 'x',
    step: null,
    dose: '',
    startedOn: '2026-11-01',
    endedOn: null,
    response: null,
    responseNote: '',
    reviewOn: null,
  };
  addTreatment(store, act(), { patientId, details: treatment });
  changeSettings(store, act(), 'practice', { idleMinutes: 3 });
  const file = join(temporaryFolder(), 'practice.jsonl');
  const exportOf = (of: typeof store, into: string) =>
    exportPractice({ folder: of.folder, databaseKey: insideOf(of).databaseKey, file: into, exportedAt: noon.at });
  return { ...made, nurse, assessmentId: id, file, exportOf };
}

test('a practice goes out and comes back without loss', async () => {
  const { store, file, exportOf, assessmentId, nurse } = await filledPractice();
  const rows = exportOf(store, file);
  const imported = closedAfter(await importPractice(file, join(temporaryFolder(), 'Other.cauda'), unlocking));
  expect(imported).toMatchObject({ rows, person: { name: 'Dr Ada Stone' } });
  const again = `${file}.again`;
  exportOf(imported.store, again);
  const [before, after] = [file, again].map((path) => readFileSync(path, 'utf8').split('\n'));
  // What came back is what went out, and two more audit rows tell of the sign-in and of the import.
  expect(after?.slice(0, rows + 1)).toEqual(before?.slice(0, rows + 1));
  expect(after?.slice(rows + 1).map((line) => line && JSON.parse(line).row?.action)).toEqual([
    'session.sign-in',
    'practice.import',
    undefined,
    '',
  ]);
  expect(verifyFolder(imported.store.folder, insideOf(imported.store).databaseKey).problems).toEqual([]);
  expect(readAssessment(imported.store.reading, assessmentId).signature?.intact).toBe(true);
  expect(countPatients(imported.store.reading, '2026-11-24')).toEqual(countPatients(store.reading, '2026-11-24'));
  const query = { search: 'ivan', filter: 'all', offset: 0, limit: 9, today: '2026-11-24' } as const;
  expect(listPatients(imported.store.reading, query)).toEqual(listPatients(store.reading, query));

  const act = { personId: imported.person.id, origin: 'desktop', now: noon, idempotencyId: null } as const;
  await givePassphrase(imported.store, act, { personId: nurse.id, newPassphrase: 'given by the owner', cost: cheap });
  closeStore(imported.store);
  const opening = { personId: nurse.id, passphrase: 'given by the owner', origin: 'desktop', now: noon, cost: cheap } as const;
  closedAfter(await openPractice(imported.store.folder, opening));
});

test('what is no whole export is refused, and the line named', async () => {
  const { store, file, exportOf } = await filledPractice();
  exportOf(store, file);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const folder = join(temporaryFolder(), 'Other.cauda');
  const attempt = async (changed: readonly string[]) => {
    writeFileSync(file, changed.join('\n'));
    return importPractice(file, folder, unlocking);
  };
  const broken = [...lines];
  broken[4] = '{"table":';
  await expect(attempt(broken)).rejects.toEqual(failing('invalid', { field: 'file', limit: '5' }));
  await expect(attempt(lines.slice(0, -1))).rejects.toEqual(failing('invalid'));
  await expect(attempt(lines.toSpliced(7, 1))).rejects.toEqual(failing('invalid'));
  await expect(attempt(['{}', ...lines])).rejects.toEqual(failing('invalid', { limit: '1' }));
  await expect(attempt([lines[0]?.replace('practice/1', 'practice/2') ?? '', ...lines.slice(1)])).rejects.toEqual(failing('store-newer'));
  const forged = lines.map((line) =>
    line.replace('"familyName":"Müller"', '"familyName":"Meier"').replace('"family_name":"Müller"', '"family_name":"Meier"'),
  );
  expect(forged).not.toEqual(lines);
  await expect(attempt(forged)).rejects.toEqual(failing('store-damaged'));
  closedAfter(await attempt(lines));
  await expect(attempt(lines)).rejects.toEqual(failing('practice-exists'));
});
