import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { lockStore } from '../../../../db/connection/lock.ts';
import { demoPassphrase } from '../../../../shared/contract/session.ts';
import { type Clinic, createPractice, details, openClinic, passphrase } from '../clinic.ts';

const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, statfsSync: (path: string) => (disk.full ? { bavail: 1, bsize: 512 } : real.statfsSync(path)) };
});

let clinic: Clinic;
afterEach(() => clinic.close());

test('a first start makes a practice, its first person and a recovery key, and nobody makes a second over it', async () => {
  clinic = await openClinic();
  expect(await clinic.client.session.status({})).toMatchObject({
    state: 'no-practice',
    practice: null,
    people: [],
    host: 'desktop',
    version: '1.2.3',
  });
  const { recoveryKey, status, person } = await createPractice(clinic);
  expect(recoveryKey.length).toBeGreaterThan(20);
  expect(status).toMatchObject({
    state: 'unlocked',
    practice: { name: 'Hillside', demo: false },
    person: { name: 'Ada Lund', roles: ['clinician', 'owner'] },
    patients: 0,
    idleMinutes: 10,
    now: '2026-03-02T10:00:00.000+01:00',
  });
  expect((await clinic.client.settings.read({})).practice).toMatchObject({ name: 'Hillside', setting: 'spine-clinic' });
  await expect(createPractice(clinic)).rejects.toMatchObject({ data: { code: 'practice-exists' } });
  expect(status.people).toEqual([person]);
});

test('a double click opens nothing twice', async () => {
  clinic = await openClinic();
  const { person } = await createPractice(clinic);
  const client = await clinic.restart();
  const unlock = () => client.session.unlock({ personId: person.id, passphrase });
  const [first, second, wrong, last] = await Promise.allSettled([
    unlock(),
    unlock(),
    client.session.unlock({ personId: person.id, passphrase: 'not the passphrase' }),
    unlock(),
  ]);
  expect([first, second, wrong, last].map((each) => each.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('a full disk keeps nobody signed in', async () => {
  clinic = await openClinic();
  await createPractice(clinic);
  disk.full = true;
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await clinic.client.session.lock({})).toMatchObject({ state: 'locked', person: null });
  expect(clinic.log.lines.map((line) => line.event)).toContain('sign-out-not-noted');
  disk.full = false;
});

test('after a restart it is locked, says what it is without saying whom it holds, and opens by passphrase alone', async () => {
  clinic = await openClinic();
  const { person } = await createPractice(clinic);
  await clinic.client.patients.create({ details, idempotencyId: randomUUID() });
  const client = await clinic.restart();
  const status = await client.session.status({});
  expect(status).toMatchObject({
    state: 'locked',
    practice: { name: 'Hillside' },
    people: [person],
    person: null,
    patients: null,
    lastEntryAt: null,
  });
  expect(JSON.stringify(status)).not.toContain(details.familyName);
  await expect(client.patients.list({})).rejects.toMatchObject({ data: { code: 'locked' } });
  await expect(client.session.unlock({ personId: person.id, passphrase: 'not the passphrase' })).rejects.toMatchObject({
    data: { code: 'wrong-passphrase' },
  });
  expect(await client.session.unlock({ personId: person.id, passphrase })).toMatchObject({ state: 'unlocked', person, patients: 1 });
  expect((await client.patients.list({})).rows.map((row) => row.familyName)).toEqual([details.familyName]);
});

test('the recovery key opens it and sets a new passphrase; the old one no longer does', async () => {
  clinic = await openClinic();
  const { person, recoveryKey } = await createPractice(clinic);
  await clinic.client.session.lock({});
  const recovered = await clinic.client.session.recover({ recoveryKey, personId: person.id, newPassphrase: 'another long passphrase' });
  expect(recovered).toMatchObject({ state: 'unlocked', person });
  const client = await clinic.restart();
  await expect(client.session.unlock({ personId: person.id, passphrase })).rejects.toMatchObject({ data: { code: 'wrong-passphrase' } });
  expect(await client.session.unlock({ personId: person.id, passphrase: 'another long passphrase' })).toMatchObject({ state: 'unlocked' });
});

describe('idleness', () => {
  test('locks though no window asks for it, and says so in the log; being at work puts it off', async () => {
    clinic = await openClinic();
    const { person } = await createPractice(clinic);
    clinic.clock.pass(9);
    await clinic.client.session.touch({});
    clinic.clock.pass(9);
    expect(await clinic.client.session.status({})).toMatchObject({ state: 'unlocked' });
    clinic.clock.pass(1);
    await expect(clinic.client.patients.list({})).rejects.toMatchObject({ data: { code: 'locked' } });
    await expect(clinic.client.session.touch({})).rejects.toMatchObject({ data: { code: 'locked' } });
    expect(await clinic.client.session.status({})).toMatchObject({ state: 'locked', person: null, patients: null });
    expect(clinic.log.lines.filter((line) => line.event === 'locked-by-idleness')).toHaveLength(1);
    expect(await clinic.client.session.unlock({ personId: person.id, passphrase })).toMatchObject({ state: 'unlocked', person });
  });

  test('is counted as the practice has set it, and reading alone is not being at work', async () => {
    clinic = await openClinic();
    await createPractice(clinic);
    expect(await clinic.client.settings.changePractice({ idleMinutes: 30 })).toMatchObject({ idleMinutes: 30, name: 'Hillside' });
    clinic.clock.pass(29);
    await clinic.client.patients.list({});
    clinic.clock.pass(1);
    expect(await clinic.client.session.status({})).toMatchObject({ state: 'locked' });
  });
});

test('roles: an assistant sees and writes, but neither signs nor adds people', async () => {
  clinic = await openClinic();
  await createPractice(clinic);
  const bo = await clinic.client.session.addPerson({ name: 'Bo Berg', roles: ['assistant'], passphrase: 'bo has a passphrase' });
  await clinic.client.session.lock({});
  await clinic.client.session.unlock({ personId: bo.id, passphrase: 'bo has a passphrase' });
  const patient = await clinic.client.patients.create({ details, idempotencyId: randomUUID() });
  const draft = await clinic.client.assessments.start({
    patientId: patient.id,
    setting: 'spine-clinic',
    on: '2026-03-02',
    idempotencyId: randomUUID(),
  });
  const signing = clinic.client.assessments.sign({ assessmentId: draft.id, seen: 0, idempotencyId: randomUUID() });
  await expect(signing).rejects.toMatchObject({ data: { code: 'not-allowed' } });
  const adding = clinic.client.session.addPerson({ name: 'Cy', roles: ['owner'], passphrase: 'cy has a passphrase' });
  await expect(adding).rejects.toMatchObject({ data: { code: 'not-allowed' } });
});

describe('the sample practice', () => {
  test('opens beside the real one, is filled by who fills it, and is gone when left', async () => {
    const filled: string[] = [];
    clinic = await openClinic('port', { seedDemo: (_desk, _store, person) => void filled.push(person.name) });
    await createPractice(clinic);
    await clinic.client.patients.create({ details, idempotencyId: randomUUID() });
    const demo = await clinic.client.session.openDemo({});
    expect(demo).toMatchObject({ state: 'unlocked', practice: { demo: true }, patients: 0 });
    expect(filled).toEqual([demo.person?.name]);
    const folder = demo.practice?.folder ?? '';
    expect(existsSync(folder)).toBe(true);

    await clinic.client.session.lock({});
    const [samplePerson] = demo.people;
    const again = await clinic.client.session.unlock({ personId: samplePerson?.id ?? '', passphrase: demoPassphrase });
    expect(again).toMatchObject({ state: 'unlocked', practice: { demo: true } });

    expect(await clinic.client.session.leaveDemo({})).toMatchObject({ state: 'locked', practice: { name: 'Hillside', demo: false } });
    expect(existsSync(dirname(folder))).toBe(false);
  });
});

test('a sample practice whose host was killed is cleared away by the next; one that is open elsewhere is not', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'cauda-temporary-'));
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('TEMP', temporary);
  const left = ['cauda-sample-killed', 'cauda-sample-open'].map((name) => join(temporary, name));
  for (const folder of left) {
    mkdirSync(join(folder, 'Sample.cauda'), { recursive: true });
    utimesSync(folder, new Date(0), new Date(0));
  }
  const lock = lockStore(join(temporary, 'cauda-sample-open', 'Sample.cauda'));
  clinic = await openClinic('port', { seedDemo: () => undefined });
  await clinic.client.session.openDemo({});
  expect(left.map((folder) => existsSync(folder))).toEqual([false, true]);
  lock.release();
  await clinic.close();
  rmSync(temporary, { recursive: true });
  vi.unstubAllEnvs();
  clinic = await openClinic();
});

describe('a practice that cannot be opened', () => {
  test('and is gone, is told of, and no new one takes its place', async () => {
    clinic = await openClinic();
    const { status } = await createPractice(clinic);
    const client = await clinic.restart();
    rmSync(status.practice?.folder ?? '', { recursive: true });
    expect(await client.session.status({})).toMatchObject({ state: 'unusable', failure: { code: 'store-missing' } });
    await expect(createPractice({ client })).rejects.toMatchObject({ data: { code: 'store-missing' } });
  });
});
