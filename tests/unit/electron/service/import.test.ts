import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Clinic, createPractice, details, openClinic, passphrase } from '../clinic.ts';

const once = () => ({ idempotencyId: randomUUID() });
const fresh = 'a passphrase of its own';
const refused = (code: string, more: object = {}) => ({ data: { code, ...more } });

// A full disk, as the disk itself tells of it; not in the store's thread, which has its own.
const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, statfsSync: (path: string) => (disk.full ? { bavail: 1, bsize: 512 } : real.statfsSync(path)) };
});

const opened: Clinic[] = [];
const folders: string[] = [];
afterEach(async () => {
  disk.full = false;
  for (const clinic of opened.splice(0)) await clinic.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
async function open(kind: 'port' | 'fetch' = 'port'): Promise<Clinic> {
  const clinic = await openClinic(kind);
  opened.push(clinic);
  return clinic;
}

/** A practice with a patient, a signed assessment and a second owner, exported into a folder. */
async function exported() {
  const clinic = await open();
  const { client } = clinic;
  const { person } = await createPractice(clinic);
  const bo = await client.session.addPerson({ name: 'Bo', roles: ['owner'], passphrase: 'bo has a passphrase' });
  await client.session.addPerson({ name: 'Cy', roles: ['assistant'], passphrase: 'cy has a passphrase' });
  const { id: patientId } = await client.patients.create({ details, ...once() });
  const { id: assessmentId } = await client.assessments.start({ patientId, setting: 'spine-clinic', on: '2026-03-02', ...once() });
  const conclusion = { workingDiagnosis: [], agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn: null } as const;
  await client.assessments.conclude({ assessmentId, conclusion: { ...conclusion, workingDiagnosis: [] }, ...once() });
  await client.assessments.sign({ assessmentId, seen: 0, ...once() });
  const folder = mkdtempSync(join(tmpdir(), 'cauda-export-'));
  folders.push(folder);
  const { file, rows } = await client.keeping.export({ folder });
  return { clinic, person, bo, patientId, assessmentId, folder, file, rows };
}

describe.each(['port', 'fetch'] as const)('over %s', (kind) => {
  test('a practice comes in from an export, opened by the owner who is chosen', async () => {
    const { person, bo, patientId, assessmentId, folder, file, rows } = await exported();
    const clinic = await open(kind);
    const { client } = clinic;
    writeFileSync(join(folder, 'notes.jsonl'), '{"some":"other file"}\n');
    const { exports } = await client.rescue.exports({ path: folder });
    expect(exports).toEqual([
      {
        file,
        bytes: readFileSync(file).length,
        practice: 'Hillside',
        exportedAt: '2026-03-02T10:00:00.000+01:00',
        owners: [person, bo],
      },
    ]);
    expect((await client.rescue.exports({ path: file })).exports).toEqual(exports);
    const imported = await client.rescue.import({ file, personId: bo.id, passphrase: fresh });
    expect(imported).toMatchObject({ practice: 'Hillside', rows, status: { state: 'unlocked', person: bo, patients: 1 } });
    expect(imported.recoveryKey).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/u);
    expect(await client.rescue.status({})).toEqual({ running: null });
    const { signature } = await client.assessments.open({ assessmentId });
    expect(signature).toMatchObject({ intact: true, signedBy: person.name });
    expect((await client.assessments.list({ patientId })).rows).toHaveLength(1);
    expect((await client.audit.list({ kind: 'practice', limit: 1 })).rows[0]).toMatchObject({
      action: 'practice.import',
      person: { name: 'Bo' },
    });

    const again = await clinic.restart();
    expect(await again.session.unlock({ personId: bo.id, passphrase: fresh })).toMatchObject({ state: 'unlocked', patients: 1 });
    await again.people.givePassphrase({ personId: person.id, newPassphrase: 'given by the other owner' });
    expect(await again.session.unlock({ personId: person.id, passphrase: 'given by the other owner' })).toMatchObject({ person });
  });
});

test('how far an import is can be asked by the window that waits for it', async () => {
  const { clinic: from, person, folder } = await exported();
  for (let count = 0; count < 150; count += 1)
    await from.client.patients.create({ details: { ...details, note: 'x'.repeat(1500) }, ...once() });
  from.clock.pass(1);
  const { file } = await from.client.keeping.export({ folder });
  const { client } = await open();
  const running = new Set<string>();
  let over = false;
  const done = client.rescue.import({ file, personId: person.id, passphrase: fresh }).finally(() => {
    over = true;
  });
  while (!over) {
    const status = await client.rescue.status({});
    if (status.running !== null) running.add(`${status.running.kind} ${status.running.ofBytes > 0 ? 'of a size' : ''}`);
  }
  expect(await done).toMatchObject({ status: { patients: 151 } });
  expect(running).toContain('import of a size');
});

test('a file that is none, or was changed, is refused with its line, and nothing of it is left', async () => {
  const { person, folder, file } = await exported();
  const { client, dataFolder, log } = await open();
  const before = readdirSync(dataFolder);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const bring = (changed: readonly string[]) => {
    writeFileSync(file, changed.join('\n'));
    return client.rescue.import({ file, personId: person.id, passphrase: fresh });
  };
  await expect(client.rescue.exports({ path: join(folder, 'nowhere') })).rejects.toMatchObject(
    refused('file-refused', { field: 'missing' }),
  );
  await expect(client.rescue.exports({ path: 'export.jsonl' })).rejects.toMatchObject(refused('file-refused', { field: 'missing' }));
  await expect(bring(['Dear diary'])).rejects.toMatchObject(refused('file-refused', { field: 'foreign' }));
  await expect(bring(lines.with(7, '{'))).rejects.toMatchObject(refused('file-refused', { field: 'garbled', limit: '8' }));
  await expect(bring(lines.slice(0, -1))).rejects.toMatchObject(
    refused('file-refused', { field: 'short', limit: String(lines.length - 1) }),
  );
  const forged = lines.map((line) => line.replaceAll('Nordmann', 'Nordman'));
  await expect(bring(forged)).rejects.toMatchObject(refused('file-refused', { field: 'changed', sequence: expect.any(Number) }));
  const sample = lines.map((line) => line.replace('"demo":0', '"demo":1'));
  await expect(bring(sample)).rejects.toMatchObject(refused('file-refused', { field: 'sample' }));
  writeFileSync(file, lines.join('\n'));
  await expect(client.rescue.import({ file, personId: randomUUID(), passphrase: fresh })).rejects.toMatchObject(refused('not-found'));
  await expect(client.rescue.import({ file, personId: person.id, passphrase: 'short' })).rejects.toMatchObject(refused('invalid'));
  expect(readdirSync(dataFolder)).toEqual(before);
  expect(await client.session.status({})).toMatchObject({ state: 'no-practice' });
  expect(JSON.stringify(log.lines)).not.toMatch(/Nordman|Hillside/u);
});

test('a practice that is there is never replaced by an import, and no export is looked for', async () => {
  const { clinic, person, file, folder } = await exported();
  const ask = [
    (client: Clinic['client']) => client.rescue.exports({ path: folder }),
    (client: Clinic['client']) => client.rescue.import({ file, personId: person.id, passphrase: fresh }),
  ];
  for (const each of ask) await expect(each(clinic.client)).rejects.toMatchObject(refused('practice-exists'));
  const client = await clinic.restart();
  for (const each of ask) await expect(each(client)).rejects.toMatchObject(refused('practice-exists'));
  // Neither where it was and is away.
  const home = (await client.session.status({})).practice?.folder ?? '';
  rmSync(home, { recursive: true });
  for (const each of ask) await expect(each(client)).rejects.toMatchObject(refused('practice-exists'));
});

test('a disk that is full when the practice is to be opened leaves nothing of it', async () => {
  const { person, file } = await exported();
  const { client, dataFolder } = await open();
  const before = readdirSync(dataFolder);
  disk.full = true;
  const bring = () => client.rescue.import({ file, personId: person.id, passphrase: fresh });
  await expect(bring()).rejects.toMatchObject(refused('disk-full'));
  expect(readdirSync(dataFolder)).toEqual(before);
  disk.full = false;
  expect(await bring()).toMatchObject({ status: { state: 'unlocked', patients: 1 } });
});

test('nor does a practice that is to be made anew stand in its own way once there is room', async () => {
  const { client, dataFolder } = await open();
  const before = readdirSync(dataFolder);
  disk.full = true;
  await expect(createPractice({ client })).rejects.toMatchObject(refused('disk-full'));
  expect(readdirSync(dataFolder)).toEqual(before);
  disk.full = false;
  expect(await createPractice({ client })).toMatchObject({ status: { state: 'unlocked' } });
});

test('an import beside a folder of the same name takes a free one', async () => {
  const { person, file } = await exported();
  const { client, dataFolder } = await open();
  mkdirSync(join(dataFolder, 'Hillside.cauda'));
  writeFileSync(join(dataFolder, 'Hillside.cauda', 'kept.txt'), 'mine');
  const { status } = await client.rescue.import({ file, personId: person.id, passphrase: fresh });
  expect(status.practice?.folder).not.toBe(join(dataFolder, 'Hillside.cauda'));
  expect(readFileSync(join(dataFolder, 'Hillside.cauda', 'kept.txt'), 'utf8')).toBe('mine');
  await client.session.lock({});
  await expect(client.session.unlock({ personId: person.id, passphrase })).rejects.toMatchObject(refused('wrong-passphrase'));
});
