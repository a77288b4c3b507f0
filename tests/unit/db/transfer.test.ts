import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson, givePassphrase } from '../../../db/access.ts';
import { recordAnswer } from '../../../db/answers.ts';
import { readAssessment, startAssessment } from '../../../db/assessments.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { connect } from '../../../db/connection/connect.ts';
import { asFailure } from '../../../db/connection/failure-of.ts';
import { createStoreFile } from '../../../db/connection/open-store.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { countPatients } from '../../../db/list-filters.ts';
import { recordMeasurement } from '../../../db/measurements.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { createPatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { changeSettings } from '../../../db/settings.ts';
import { signAssessment } from '../../../db/signing.ts';
import { exportFront } from '../../../db/transfer/export-front.ts';
import { exportPractice } from '../../../db/transfer/export-practice.ts';
import { importPractice } from '../../../db/transfer/import-practice.ts';
import { loadPractice } from '../../../db/transfer/load-practice.ts';
import { loadRows } from '../../../db/transfer/load-rows.ts';
import { addTreatment } from '../../../db/treatments.ts';
import { killed } from './killed.ts';
import { cheap, closedAfter, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';
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

const refused = (field: string, limit: unknown = null, more: object = {}) => failing('file-refused', { field, limit, ...more });

test('what is no whole export is refused, the line and the fault named', async () => {
  const { store, file, exportOf } = await filledPractice();
  exportOf(store, file);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const attempt = (changed: readonly string[] | Buffer) => () => {
    writeFileSync(file, Buffer.isBuffer(changed) ? changed : `${changed.join('\n')}\n`);
    exportFront(file);
    loadPractice({ folder: temporaryFolder(), databaseKey: Buffer.alloc(32, 7), file });
  };
  const at = (line: number, text: string) => lines.with(line - 1, text);
  const answer = lines.findIndex((line) => line.includes('"table":"answer"'));
  const notText = Buffer.from(lines.join('\n'));
  notText[notText.indexOf('"table":"answer"')] = 0xff;

  const attempts: readonly (readonly [readonly string[] | Buffer, unknown])[] = [
    [[], refused('foreign')],
    [['{}', ...lines], refused('foreign')],
    [['Dear diary'], refused('foreign')],
    [Buffer.alloc(70_000, 0xfe), refused('foreign')],
    [at(1, lines[0]?.replace('practice/1', 'practice/2') ?? ''), failing('store-newer')],
    [at(1, lines[0]?.replace('"schemaVersion":', '"schemaVersion":9') ?? ''), failing('store-newer')],
    [at(1, lines[0]?.replace(/"schemaVersion":\d+/u, '"schemaVersion":"x"') ?? ''), refused('foreign')],
    [at(1, lines[0]?.replace(/"schemaVersion":\d+/u, '"schemaVersion":0.5') ?? ''), refused('foreign')],
    [at(2, '{"table":'), refused('garbled', '2')],
    [at(answer + 1, '{"table":'), refused('garbled', String(answer + 1))],
    [at(answer + 1, '{"table":"horoscope","row":{"key":1}}'), refused('unknown', String(answer + 1))],
    [at(answer + 1, '{"table":"answer","row":{"mood":1}}'), refused('unknown', String(answer + 1))],
    [at(answer + 1, 'null'), refused('unknown', String(answer + 1))],
    [lines.toSpliced(answer, 0, lines[answer] ?? ''), refused('impossible', String(answer + 2))],
    [at(answer + 1, lines[answer]?.replace('"present"', '"perhaps"') ?? ''), refused('impossible', String(answer + 1))],
    [notText, refused('binary', String(answer + 1))],
    [lines.slice(0, -1), refused('short', String(lines.length - 1))],
    [[...lines.slice(0, -2), lines.at(-2)?.slice(0, 30) ?? ''], refused('garbled', String(lines.length - 1))],
    [lines.toSpliced(answer, 1), refused('miscounted', String(lines.length - 1))],
    [[...lines, lines.at(-1) ?? ''], refused('trailing', String(lines.length + 1))],
    [lines.map((line) => line.replaceAll('[\\"clinician\\",\\"owner\\"]', '[\\"clinician\\"]')), refused('ownerless')],
    [lines.map((line) => line.replace('Müller', 'Meier')), refused('changed', null, { sequence: expect.any(Number) })],
  ];
  for (const [changed, expected] of attempts) expect(attempt(changed)).toThrow(expected as Error);
});

test('an import that fails leaves nothing, clears what a killed one left, and tells how far it is', async () => {
  const { store, file, exportOf } = await filledPractice();
  exportOf(store, file);
  const whole = readFileSync(file, 'utf8');
  const parent = temporaryFolder();
  const into = join(parent, 'Other.cauda');
  writeFileSync(file, whole.trimEnd().split('\n').slice(0, -1).join('\n'));
  await expect(importPractice(file, into, unlocking)).rejects.toEqual(refused('short', expect.any(String)));
  await expect(importPractice(join(parent, 'nowhere.jsonl'), into, unlocking)).rejects.toEqual(refused('missing'));
  expect(readdirSync(parent)).toEqual([]);

  mkdirSync(join(parent, 'Other.cauda.0123abcd.making'));
  writeFileSync(file, whole);
  const told: string[] = [];
  const progress = {
    onRead: ({ doneBytes, ofBytes }: { doneBytes: number; ofBytes: number }) => void told.push(`${doneBytes / ofBytes}`),
    onChecking: () => void told.push('checking'),
  };
  closedAfter(await importPractice(file, into, unlocking, progress));
  expect(told).toEqual(['1', 'checking']);
  expect(readdirSync(parent)).toEqual(['Other.cauda']);
  await expect(importPractice(file, into, unlocking)).rejects.toEqual(failing('practice-exists'));
});

test('a full disk under an import is said to be one, not a fault of the line', async () => {
  const { store, act, file, exportOf } = await filledPractice();
  for (let count = 0; count < 60; count += 1) createPatient(store, act(), details({ note: 'x'.repeat(3000) }));
  exportOf(store, file);
  const folder = temporaryFolder();
  const key = Buffer.alloc(32, 7);
  createStoreFile(folder, key);
  const { client } = connect(join(folder, 'store.db'), key, 'write');
  client.pragma('foreign_keys = OFF');
  for (const { name } of client.prepare<[], { name: string }>("select name from sqlite_schema where type = 'trigger'").all()) {
    client.exec(`drop trigger "${name}"`);
  }
  client.pragma(`max_page_count = ${client.pragma('page_count', { simple: true })}`);
  expect(() => asFailure(() => loadRows(client, file))).toThrow(failing('disk-full'));
  client.close();
});

test('an export says whose it is and who may open it before any patient is read', async () => {
  const { store, file, exportOf, person } = await filledPractice();
  exportOf(store, file);
  const front = { exportedAt: noon.at.toISOString(), practice: { name: 'Hill Practice', demo: false }, owners: [person] };
  expect(exportFront(file)).toEqual(front);
  const lines = readFileSync(file, 'utf8').split('\n');
  const patient = lines.findIndex((line) => line.includes('"table":"patient"'));
  writeFileSync(file, [...lines.slice(0, patient + 1), 'not read any more'].join('\n'));
  expect(exportFront(file)).toEqual(front);
});

test('what a killed export left in plain text is removed when the practice is opened, and on a stick that was away once it is back', async () => {
  const { store, folder, person } = await filledPractice();
  const databaseKey = insideOf(store).databaseKey.toString('hex');
  closeStore(store);
  const [out, stick] = [temporaryFolder(), join(temporaryFolder(), 'stick')];
  mkdirSync(stick);
  const reopened = async () => {
    const opening = { personId: person.id, passphrase, origin: 'desktop', now: noon, cost: cheap } as const;
    closeStore((await openPractice(folder, opening)).store);
  };
  const order = { work: 'export', folder, personId: person.id, passphrase, databaseKey } as const;
  // At the second: the first lines are written.
  for (const into of [out, stick]) {
    expect(await killed({ ...order, call: 'renameSync', nth: 2, file: join(into, 'all.jsonl') })).toBe(true);
    expect(readFileSync(join(into, readdirSync(into)[0] ?? ''), 'utf8')).toContain('Müller');
    if (into === stick) renameSync(stick, `${stick} away`);
  }
  await reopened();
  expect(readdirSync(out)).toEqual([]);
  expect(readdirSync(`${stick} away`)).toHaveLength(1);
  renameSync(`${stick} away`, stick);
  await reopened();
  expect(readdirSync(stick)).toEqual([]);
  expect(readdirSync(folder)).not.toContain('unfinished.json');
});

test('a list of unfinished files that somebody wrote removes nothing but such files', async () => {
  const { store, folder, person } = await filledPractice();
  closeStore(store);
  const letter = join(temporaryFolder(), 'letter.txt');
  writeFileSync(letter, 'Dear colleague');
  for (const list of [JSON.stringify([letter]), 'null', '{', JSON.stringify({ length: 1 })]) {
    writeFileSync(join(folder, 'unfinished.json'), list);
    const opening = { personId: person.id, passphrase, origin: 'desktop', now: noon, cost: cheap } as const;
    closeStore((await openPractice(folder, opening)).store);
  }
  expect(readFileSync(letter, 'utf8')).toBe('Dear colleague');
});
