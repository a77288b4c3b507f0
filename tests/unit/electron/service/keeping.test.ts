import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { writeArchive } from '../../../../db/backup/archive.ts';
import { type Clinic, createPractice, details, openClinic, passphrase } from '../clinic.ts';

let clinic: Clinic;
afterEach(() => clinic.close());

const once = () => ({ idempotencyId: randomUUID() });
const newestOf = ({ places }: Awaited<ReturnType<Clinic['client']['keeping']['list']>>, place = 'own') => {
  const newest = places.find((each) => each.place === place)?.backups[0];
  if (newest === undefined) throw new Error('There is no backup');
  return newest;
};
const patientCount = async (client: Clinic['client']) => (await client.session.status({})).patients;

describe.each(['port', 'fetch'] as const)('over %s', (kind) => {
  test('backup into two places, and back: the old store is kept aside, and its backups come along', async () => {
    clinic = await openClinic(kind);
    const { client, dataFolder } = clinic;
    const { person, status } = await createPractice(clinic);
    await client.patients.create({ details, ...once() });
    expect(await client.keeping.status({})).toMatchObject({ newestAt: null, overdue: true, running: null, failure: null });

    const stick = join(dataFolder, 'stick');
    mkdirSync(stick);
    expect(await client.keeping.plan({ secondFolder: stick })).toEqual({ schedule: 'daily', secondFolder: stick });
    expect(await client.keeping.backUp({})).toEqual({ made: ['own', 'second'], failed: [] });
    expect(await client.keeping.status({})).toMatchObject({ newestAt: '2026-03-02T10:00:00.000+01:00', overdue: false });
    const list = await client.keeping.list({});
    expect(list.places.map(({ place, reachable, backups }) => [place, reachable, backups.length])).toEqual([
      ['own', true, 1],
      ['second', true, 1],
    ]);
    expect(newestOf(list).contents).toMatchObject({ practice: 'Hillside', patients: 1, assessments: 0, signed: 0 });

    await client.patients.create({ details: { ...details, givenName: 'Liv' }, ...once() });
    clinic.clock.pass(1);
    const { folder, name } = newestOf(list, 'second');
    expect((await client.keeping.people({ folder, name })).people).toEqual([person]);
    const wrong = client.keeping.restore({ folder, name, personId: person.id, passphrase: 'not the passphrase' });
    await expect(wrong).rejects.toMatchObject({ data: { code: 'wrong-passphrase' } });
    expect(await patientCount(client)).toBe(2);

    const restored = await client.keeping.restore({ folder, name, personId: person.id, passphrase });
    expect(restored.status).toMatchObject({ state: 'unlocked', person, patients: 1 });
    expect(restored.status.practice?.folder).toBe(status.practice?.folder);
    expect(existsSync(join(restored.aside ?? '', 'store.db'))).toBe(true);
    expect(newestOf(await client.keeping.list({})).contents?.patients).toBe(1);
    expect((await client.audit.list({})).rows.map(({ action }) => action)).toContain('practice.restore');
  });

  test('a rehearsal gives a certificate, and is on the trail', async () => {
    clinic = await openClinic(kind);
    const { client } = clinic;
    await createPractice(clinic);
    expect(await client.keeping.rehearse({ place: 'own' })).toEqual({ certificate: null });
    await client.patients.create({ details, ...once() });
    await client.keeping.backUp({});
    const { certificate } = await client.keeping.rehearse({ place: 'own' });
    expect(certificate).toMatchObject({
      practice: 'Hillside',
      person: 'Ada Lund',
      rehearsedAt: '2026-03-02T10:00:00.000+01:00',
      sameRows: true,
      continued: true,
      problems: 0,
      passed: true,
      contents: { patients: 1 },
    });
    expect(certificate?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect((await client.audit.list({ limit: 1 })).rows[0]).toMatchObject({ action: 'audit.read', person: { name: 'Ada Lund' } });
    const [rehearsed] = (await client.audit.list({ kind: 'practice', limit: 1 })).rows;
    expect(rehearsed).toMatchObject({ action: 'practice.rehearse-restore', detail: { passed: true } });
  });

  test('a damaged store opens again from the newest backup, and what can be read of it is salvaged', async () => {
    clinic = await openClinic(kind);
    const { person, status } = await createPractice(clinic);
    await clinic.client.patients.create({ details, ...once() });
    const bo = await clinic.client.session.addPerson({ name: 'Bo', roles: ['clinician'], passphrase: 'bo has a passphrase' });
    await clinic.client.keeping.backUp({});
    await expect(clinic.client.rescue.list({ folder: '' })).rejects.toMatchObject({ data: { code: 'not-allowed' } });
    const client = await clinic.restart();
    await expect(client.rescue.list({ folder: '' })).rejects.toMatchObject({ data: { code: 'not-allowed' } });

    const store = join(status.practice?.folder ?? '', 'store.db');
    const bytes = readFileSync(store);
    bytes.fill(0x5a, bytes.length - 4096 * 20, bytes.length - 4096 * 18);
    writeFileSync(store, bytes);
    const unlock = () => client.session.unlock({ personId: person.id, passphrase });
    await expect(unlock()).rejects.toMatchObject({ data: { code: 'store-damaged' } });

    const support = await client.rescue.support({});
    expect(JSON.parse(support.text)).toMatchObject({ format: 'cauda-support/1', failure: 'store-damaged' });
    expect(support.text).not.toContain('Nordmann');
    const byBo = client.rescue.salvage({ personId: bo.id, passphrase: 'bo has a passphrase' });
    await expect(byBo).rejects.toMatchObject({ data: { code: 'not-allowed' } });
    // Nor by one who wrote into the key file that he owns the practice.
    const keysFile = join(status.practice?.folder ?? '', 'keys.json');
    const keys = readFileSync(keysFile, 'utf8');
    writeFileSync(keysFile, keys.replaceAll('"clinician"', '"owner"'));
    const byForger = client.rescue.salvage({ personId: bo.id, passphrase: 'bo has a passphrase' });
    await expect(byForger).rejects.toMatchObject({ data: { code: 'store-damaged' } });
    writeFileSync(keysFile, keys);
    const salvaging = client.rescue.salvage({ personId: person.id, passphrase });
    const seen = new Set<string | undefined>();
    for (let asked = 0; asked < 400 && !seen.has('salvage'); asked += 1) seen.add((await client.rescue.status({})).running?.kind);
    const salvaged = await salvaging;
    expect(seen).toContain('salvage');
    const lines = readFileSync(salvaged.file, 'utf8').trimEnd().split('\n');
    expect(lines.length - 1).toBe(salvaged.rows);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ format: 'cauda-salvage/1', end: true, lines: salvaged.rows });
    expect(salvaged.losses).toMatchObject({ pages: { unreadable: 2 }, firstPageLost: false, checked: true });
    expect(salvaged.rows).toBeGreaterThan(0);
    expect(readFileSync(store).equals(bytes)).toBe(true);

    const { folder, name } = (await client.rescue.list({ folder: '' })).places[0]?.backups[0] ?? { folder: '', name: '' };
    clinic.clock.pass(1);
    const restored = await client.rescue.restore({ folder, name, personId: person.id, passphrase });
    expect(restored.status).toMatchObject({ state: 'unlocked', patients: 1 });
    expect(readFileSync(join(restored.aside ?? '', 'store.db')).equals(bytes)).toBe(true);
    await expect(client.rescue.list({ folder: '' })).rejects.toMatchObject({ data: { code: 'not-allowed' } });
  });
});

test('a practice comes back on a new computer, from a stick alone', async () => {
  clinic = await openClinic();
  const { person, status } = await createPractice(clinic);
  await clinic.client.patients.create({ details, ...once() });
  const stick = join(clinic.dataFolder, 'stick');
  mkdirSync(stick);
  await clinic.client.keeping.plan({ secondFolder: stick });
  await clinic.client.keeping.backUp({});
  const elsewhere = await openClinic();
  try {
    const { places } = await elsewhere.client.rescue.list({ folder: stick });
    const [{ folder, name } = { folder: '', name: '' }] = places[0]?.backups ?? [];
    const asked = { folder, name, personId: person.id, passphrase };
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(elsewhere.client.rescue.restore({ ...asked, passphrase: 'no' })).rejects.toMatchObject({
        data: { code: 'wrong-passphrase' },
      });
    }
    await expect(elsewhere.client.rescue.restore(asked)).rejects.toMatchObject({ data: { code: 'slow-down' } });
    elsewhere.clock.pass(1);
    const restored = await elsewhere.client.rescue.restore(asked);
    expect(restored).toMatchObject({ aside: null, status: { state: 'unlocked', person, patients: 1 } });
    expect(restored.status.practice?.folder).not.toBe(status.practice?.folder);
    const client = await elsewhere.restart();
    expect(await client.session.unlock({ personId: person.id, passphrase })).toMatchObject({ state: 'unlocked', patients: 1 });
  } finally {
    await elsewhere.close();
  }
});

test('a practice whose drive is away is restored beside, and nothing of it is touched', async () => {
  clinic = await openClinic();
  const { person, status } = await createPractice(clinic);
  const stick = join(clinic.dataFolder, 'stick');
  mkdirSync(stick);
  await clinic.client.keeping.plan({ secondFolder: stick });
  await clinic.client.keeping.backUp({});
  const client = await clinic.restart();
  rmSync(status.practice?.folder ?? '', { recursive: true });
  expect(await client.session.status({})).toMatchObject({ state: 'unusable', failure: { code: 'store-missing' } });
  const { places } = await client.rescue.list({ folder: '' });
  expect(places.map(({ place }) => place)).toEqual(['second']);
  const { folder, name } = places[0]?.backups[0] ?? { folder: '', name: '' };
  expect(await client.rescue.restore({ folder, name, personId: person.id, passphrase })).toMatchObject({ aside: null });
});

test('backups are made by themselves, once a day, and by nobody', async () => {
  clinic = await openClinic('port', { backupPace: { firstAfterMilliseconds: 20, everyMilliseconds: 50 } });
  const { client, clock } = clinic;
  await createPractice(clinic);
  const made = async () => (await client.keeping.list({})).places[0]?.backups.length;
  await vi.waitFor(async () => expect(await made()).toBe(1), { timeout: 10_000, interval: 50 });
  // The file is there a moment before the trail tells of it.
  const newest = async () => (await client.audit.list({ kind: 'practice', limit: 1 })).rows[0];
  await vi.waitFor(async () => expect(await newest()).toMatchObject({ action: 'practice.back-up', person: null }), { timeout: 5000 });
  clock.pass(24 * 60);
  await client.session.status({});
  const [person] = (await client.session.status({})).people;
  await client.session.unlock({ personId: person?.id ?? '', passphrase });
  await vi.waitFor(async () => expect(await made()).toBe(2), { timeout: 10_000, interval: 50 });
  await client.keeping.plan({ schedule: 'by-hand' });
  clock.pass(24 * 60);
  await client.session.unlock({ personId: person?.id ?? '', passphrase });
  await new Promise((done) => setTimeout(done, 300));
  expect(await made()).toBe(2);
});

test('a backup from before the store was brought up to date is followed by another at once', async () => {
  clinic = await openClinic('port', { backupPace: { firstAfterMilliseconds: 400, everyMilliseconds: 60_000 } });
  const { client, clock } = clinic;
  const { status } = await createPractice(clinic);
  const own = join(status.practice?.folder ?? '', 'backups');
  const { id } = JSON.parse(readFileSync(join(own, '..', 'keys.json'), 'utf8')).practice;
  mkdirSync(own);
  const madeAt = clock.now().at.toISOString();
  const older = {
    format: 'cauda-backup/1',
    practice: { id, name: 'Hillside', demo: false },
    madeAt,
    bytes: 4,
    sha256: { store: '0'.repeat(64), keys: '0'.repeat(64) },
    schemaVersion: 0,
    rows: {},
    head: { sequence: 1, hash: '' },
  };
  const files = [
    { name: 'manifest.json', text: JSON.stringify(older) },
    { name: 'store.db', text: 'old.' },
  ];
  writeArchive(join(own, 'older.cauda-backup.tar'), files, clock.now().at);
  clock.pass(1);
  const made = async () => (await client.keeping.list({})).places[0]?.backups.filter(({ contents }) => contents?.patients === 0).length;
  expect(await made()).toBe(1);
  await vi.waitFor(async () => expect(await client.keeping.status({})).toMatchObject({ newestAt: '2026-03-02T10:01:00.000+01:00' }), {
    timeout: 10_000,
    interval: 50,
  });
});

test('after a change of the database key a backup is made that the new key opens', async () => {
  clinic = await openClinic('port', { backupPace: { firstAfterMilliseconds: 20, everyMilliseconds: 60_000 } });
  const { client, clock } = clinic;
  await createPractice(clinic);
  const made = async () => (await client.keeping.list({})).places[0]?.backups.length;
  await vi.waitFor(async () => expect(await made()).toBe(1), { timeout: 10_000, interval: 50 });
  clock.pass(1);
  await client.people.rotateKey({ passphrase });
  await vi.waitFor(async () => expect(await client.keeping.status({})).toMatchObject({ newestAt: '2026-03-02T10:01:00.000+01:00' }), {
    timeout: 10_000,
    interval: 50,
  });
  expect((await client.keeping.rehearse({ place: 'own' })).certificate).toMatchObject({ passed: true });
});

test('another practice’s backup takes no practice’s place', async () => {
  clinic = await openClinic();
  const { client } = clinic;
  const { person } = await createPractice(clinic);
  const elsewhere = await openClinic();
  try {
    await createPractice(elsewhere);
    await elsewhere.client.keeping.backUp({});
    const { folder, name } = newestOf(await elsewhere.client.keeping.list({}));
    const swap = client.keeping.restore({ folder, name, personId: person.id, passphrase });
    await expect(swap).rejects.toMatchObject({ data: { code: 'other-practice' } });
    expect(await client.session.status({})).toMatchObject({ state: 'unlocked', person });
  } finally {
    await elsewhere.close();
  }
});

test('a place that cannot be written keeps the other from nothing, and a folder that is none is refused', async () => {
  clinic = await openClinic();
  const { client, dataFolder } = clinic;
  await createPractice(clinic);
  await expect(client.keeping.plan({ secondFolder: join(dataFolder, 'nowhere') })).rejects.toMatchObject({
    data: { code: 'file-not-written' },
  });
  // Beside the practice's own backups a second folder would go where they go.
  await client.keeping.backUp({});
  const own = (await client.keeping.list({})).places[0]?.folder ?? '';
  await expect(client.keeping.plan({ secondFolder: own })).rejects.toMatchObject({ data: { code: 'file-not-written' } });
  const stick = join(dataFolder, 'stick');
  mkdirSync(stick);
  await client.keeping.plan({ secondFolder: stick });
  rmSync(stick, { recursive: true });
  expect(await client.keeping.backUp({})).toMatchObject({
    made: ['own'],
    failed: [{ place: 'second', failure: { code: 'file-not-written' } }],
  });
  expect(existsSync(stick)).toBe(false);
});

test('a folder is chosen by the desktop’s dialog; a browser has none', async () => {
  clinic = await openClinic('port');
  expect(await clinic.client.session.chooseFolder({})).toEqual({ folder: '/media/stick' });
  await clinic.close();
  clinic = await openClinic('fetch');
  await expect(clinic.client.session.chooseFolder({})).rejects.toMatchObject({ data: { code: 'host-cannot' } });
});

test('the whole practice leaves as lines of text, which the trail tells of', async () => {
  clinic = await openClinic();
  const { client, dataFolder } = clinic;
  await createPractice(clinic);
  await client.patients.create({ details, ...once() });
  const out = join(dataFolder, 'out');
  mkdirSync(out);
  const { file, rows } = await client.keeping.export({ folder: out });
  expect(readdirSync(out)).toEqual([expect.stringMatching(/^Cauda export 2026-03-02 10\.00\.00\.jsonl$/u)]);
  expect(readFileSync(file, 'utf8')).toContain('Nordmann');
  expect(rows).toBeGreaterThan(0);
  expect((await client.audit.list({ kind: 'output' })).rows).toMatchObject([{ action: 'practice.export' }]);
});

test('what touches all data is the owner’s', async () => {
  clinic = await openClinic();
  const { client, dataFolder } = clinic;
  await createPractice(clinic);
  const bo = await client.session.addPerson({ name: 'Bo', roles: ['clinician'], passphrase: 'bo has a passphrase' });
  await client.session.unlock({ personId: bo.id, passphrase: 'bo has a passphrase' });
  const which = { folder: dataFolder, name: 'a-1.cauda-backup.tar' };
  const refused = [
    () => client.keeping.plan({ schedule: 'by-hand' }),
    () => client.keeping.people(which),
    () => client.keeping.restore({ ...which, personId: bo.id, passphrase: '' }),
    () => client.keeping.export({ folder: dataFolder }),
    () => client.audit.list({}),
    () => client.audit.verify({}),
    () => client.people.remove({ personId: bo.id }),
    () => client.people.givePassphrase({ personId: bo.id, newPassphrase: 'another passphrase' }),
    () => client.people.newRecoveryKey({ passphrase: 'bo has a passphrase' }),
    () => client.people.rotateKey({ passphrase: 'bo has a passphrase' }),
  ];
  for (const ask of refused) await expect(ask()).rejects.toMatchObject({ data: { code: 'not-allowed' } });
  expect(await client.keeping.backUp({})).toMatchObject({ made: ['own'] });
  expect((await client.keeping.rehearse({ place: 'own' })).certificate).toMatchObject({ person: 'Bo', passed: true });
});

test('after a change of the database key a place that cannot be written has the other make one backup, not one each time', async () => {
  clinic = await openClinic('port', { backupPace: { firstAfterMilliseconds: 20, everyMilliseconds: 30 } });
  const { client, clock, dataFolder } = clinic;
  await createPractice(clinic);
  const made = async () => (await client.keeping.list({})).places[0]?.backups.length;
  await vi.waitFor(async () => expect(await made()).toBe(1), { timeout: 10_000, interval: 50 });
  const stick = join(dataFolder, 'stick');
  mkdirSync(stick);
  await client.keeping.plan({ secondFolder: stick });
  rmSync(stick, { recursive: true });
  // A file where the folder was: there, and no place for a backup.
  writeFileSync(stick, '');
  clock.pass(1);
  await client.people.rotateKey({ passphrase });
  const rows = async () =>
    (await client.audit.list({ kind: 'practice' })).rows.filter(({ action }) => action === 'practice.back-up').length;
  await vi.waitFor(async () => expect((await client.keeping.status({})).failure).not.toBeNull(), { timeout: 10_000, interval: 50 });
  await new Promise((done) => setTimeout(done, 1500));
  expect(await rows()).toBe(2);
});
