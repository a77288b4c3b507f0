import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordAnswer } from '../../../db/answers.ts';
import { readAssessment, startAssessment } from '../../../db/assessments.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { connect } from '../../../db/connection/connect.ts';
import { openStore } from '../../../db/connection/open-store.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { createPatient } from '../../../db/patients.ts';
import { closeStore, createPractice, openPractice } from '../../../db/practice.ts';
import { openRecord, signOut } from '../../../db/records.ts';
import { exportPractice } from '../../../db/transfer/export-practice.ts';
import { cannotMount, smallDisk } from '../../fixtures/small-disk.ts';
import { cheap, closedAfter, newPractice, noon, passphrase } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

const failing = (code: string, more: object = {}) => expect.objectContaining({ data: expect.objectContaining({ code, ...more }) });
const sqliteHeader = 'SQLite format 3\0';

async function practiceWithDraft() {
  const made = await newPractice();
  const patient = createPatient(made.store, made.act(), details());
  const { id } = startAssessment(made.store, made.act(), { patientId: patient.id, setting: 'primary-care', on: '2026-11-24' });
  const record = (seen: number, finding = 'made.up') =>
    recordAnswer(made.store, made.act(), { assessmentId: id, finding, state: 'present', value: null, entered: null, seen });
  const reopen = (folder = made.folder) =>
    openPractice(folder, { personId: made.person.id, passphrase, origin: 'desktop', now: noon, cost: cheap });
  return { ...made, patient, assessmentId: id, record, reopen, key: Buffer.from(insideOf(made.store).databaseKey) };
}

test('neither the file nor its log holds plain text', async () => {
  const { store, folder } = await practiceWithDraft();
  createPatient(store, { personId: 'x', origin: 'desktop', now: noon, idempotencyId: null }, details({ familyName: 'Canarywharf' }));
  for (const file of ['store.db', 'store.db-wal']) {
    const bytes = readFileSync(join(folder, file));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.includes('Canarywharf')).toBe(false);
    expect(bytes.includes('CREATE TABLE')).toBe(false);
  }
  closeStore(store);
  const main = readFileSync(join(folder, 'store.db'));
  expect(main.subarray(0, 16).toString('latin1')).not.toBe(sqliteHeader);
  expect(main.includes('Canarywharf')).toBe(false);
});

test('a second process, and a second opening in this one, are told that the store is in use', async () => {
  const { store, reopen, key, folder } = await practiceWithDraft();
  await expect(reopen()).rejects.toEqual(failing('store-in-use'));
  const child = spawn(process.execPath, ['tests/unit/db/writer-process.ts', folder, key.toString('hex'), '', ''], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (data) => said.push(data));
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(Buffer.concat(said).toString()).toContain('store-in-use');
  closeStore(store);
  closedAfter(await reopen());
});

test('a process killed in the middle of writing loses no acknowledged answer and leaves no lock', async () => {
  const { store, assessmentId, key, folder, person } = await practiceWithDraft();
  closeStore(store);
  const child = spawn(process.execPath, ['tests/unit/db/writer-process.ts', folder, key.toString('hex'), assessmentId, person.id, '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += String(data);
    if (output.length > 2000) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const acknowledged = output.split('\n').slice(0, -1).map(Number);
  expect(acknowledged.length).toBeGreaterThan(300);
  const again = closedAfter({ store: openStore(folder, Buffer.from(key), { beforeMigrating: () => {} }) });
  expect(readAssessment(again.store.reading, assessmentId).sequence).toBeGreaterThanOrEqual(acknowledged.at(-1) ?? 0);
  expect(verifyFolder(folder, key).problems).toEqual([]);
}, 20_000);

test.each<[string, (file: string) => void]>([
  ['overwritten at the front', (file) => writeFileSync(file, Buffer.concat([Buffer.alloc(4096, 7), readFileSync(file).subarray(4096)]))],
  ['overwritten in the middle', (file) => writeFileSync(file, readFileSync(file).fill(7, 20_000, 60_000))],
  ['cut short', (file) => truncateSync(file, 10_000)],
  ['empty', (file) => truncateSync(file, 0)],
  ['a text', (file) => writeFileSync(file, 'Dear diary')],
])('a store file that is %s is told of and left as it is', async (_, damage) => {
  const { store, folder, reopen } = await practiceWithDraft();
  closeStore(store);
  const file = join(folder, 'store.db');
  damage(file);
  const before = readFileSync(file);
  await expect(reopen()).rejects.toEqual(failing('store-damaged'));
  expect(readFileSync(file).equals(before)).toBe(true);
  await expect(
    createPractice(folder, {
      practiceName: 'x',
      demo: false,
      person: { name: 'x', roles: ['owner'], passphrase },
      origin: 'desktop',
      now: noon,
      cost: cheap,
    }),
  ).rejects.toEqual(failing('practice-exists'));
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a store of a newer version is refused and left as it is, byte for byte', async () => {
  const { store, folder, reopen, key } = await practiceWithDraft();
  closeStore(store);
  const file = join(folder, 'store.db');
  const { client } = connect(file, key, 'write');
  client.pragma('user_version = 999');
  client.close();
  const before = readFileSync(file);
  await expect(reopen()).rejects.toEqual(failing('store-newer'));
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a missing store is told of', async () => {
  const { reopen } = await practiceWithDraft();
  await expect(reopen('/nowhere/Practice.cauda')).rejects.toEqual(failing('store-missing'));
});

test('a disk that fills up refuses the answer, keeps what there is, and takes it once there is room', async () => {
  const { store, record, assessmentId, patient, act } = await practiceWithDraft();
  record(0);
  const { client } = insideOf(store).writer;
  const pages = client.pragma('page_count', { simple: true }) as number;
  client.pragma(`max_page_count = ${pages}`);
  let sequence = 1;
  const fill = () => {
    for (;;) {
      createPatient(store, act(), details({ note: 'x'.repeat(4000), recordNumber: `F-${sequence}` }));
      sequence += 1;
    }
  };
  expect(fill).toThrow(failing('disk-full'));
  expect(readAssessment(store.reading, assessmentId)).toMatchObject({ sequence: 1, patientId: patient.id });
  client.pragma('max_page_count = 1000000');
  expect(record(1)).toMatchObject({ sequence: 2 });
  expect(verifyFolder(store.folder, insideOf(store).databaseKey).problems).toEqual([]);
});

test('nothing is begun on a nearly full disk', async () => {
  const { store, folder, person, reopen } = await practiceWithDraft();
  closeStore(store);
  await reopen().then(({ store: again }) => closeStore(again));
  const opening = openPractice(folder, {
    personId: person.id,
    passphrase,
    origin: 'desktop',
    now: noon,
    cost: cheap,
    freeBytes: () => 1_000_000,
  });
  await expect(opening).rejects.toEqual(failing('disk-full'));
  closedAfter(await reopen());
});

test('on a nearly full disk records are read and signed in to, and none is written', async () => {
  const { store, folder, person, patient, assessmentId, reopen } = await practiceWithDraft();
  closeStore(store);
  const unlocking = { personId: person.id, passphrase, origin: 'desktop', now: noon, cost: cheap } as const;
  const nearlyFull = closedAfter(await openPractice(folder, { ...unlocking, freeBytes: () => 4_000_000 }));
  const act = { personId: person.id, origin: 'desktop', now: noon, idempotencyId: null } as const;
  const reading = openRecord(nearlyFull.store, act, patient.id);
  expect(readAssessment(reading, assessmentId).sequence).toBe(0);
  expect(readTrail(reading, { limit: 2 }).map(({ action }) => action)).toEqual(['record.open', 'session.sign-in']);
  const answer = { assessmentId, finding: 'made.up', state: 'present', value: null, entered: null, seen: 0 } as const;
  expect(() => recordAnswer(nearlyFull.store, act, answer)).toThrow(failing('disk-full'));
  signOut(nearlyFull.store, act);
  closeStore(nearlyFull.store);
  expect(verifyFolder(folder, insideOf(closedAfter(await reopen()).store).databaseKey).problems).toEqual([]);
});

test('a really full disk is called full, not the store damaged, and the store opens once there is room', async ({ skip }) => {
  const disk = smallDisk(24 * 1024 * 1024);
  if (disk === null) return skip(cannotMount);
  try {
    const { store, folder, key, reopen, record, assessmentId } = await practiceWithDraft();
    record(0);
    closeStore(store);
    const there = join(disk.folder, 'Practice.cauda');
    cpSync(folder, there, { recursive: true });
    disk.fillTo(0);
    await expect(reopen(there)).rejects.toEqual(failing('disk-full'));
    expect(readdirSync(there).filter((name) => name.endsWith('.next'))).toEqual([]);
    const file = join(disk.folder, 'all.jsonl');
    expect(() => exportPractice({ folder: there, databaseKey: key, file, exportedAt: noon.at })).toThrow(failing('disk-full'));
    disk.empty();
    disk.fillTo(4 * 1024 * 1024);
    const { store: again } = await reopen(there);
    expect(readAssessment(again.reading, assessmentId).sequence).toBe(1);
    closeStore(again);
    expect(verifyFolder(there, key).problems).toEqual([]);
  } finally {
    disk.remove();
  }
});

test('a copy on another computer opens with the passphrase alone', async () => {
  const { store, folder, reopen, assessmentId, record } = await practiceWithDraft();
  record(0);
  closeStore(store);
  const other = await newPractice();
  closeStore(other.store);
  for (const file of ['store.db', 'keys.json']) copyFileSync(join(folder, file), join(other.folder, file));
  const { store: copied } = closedAfter(await reopen(other.folder));
  expect(readAssessment(copied.reading, assessmentId).sequence).toBe(1);
});
