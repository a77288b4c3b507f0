import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Application, createApplication } from '../../../../electron/service/application.ts';
import type { HostPort } from '../../../../electron/service/host-port.ts';
import { windowlessHost } from '../../../../electron/service/windowless-host.ts';
import type { AuditRow } from '../../../../shared/contract/audit.ts';
import { details, passphrase } from '../clinic.ts';
import { createLogInMemory } from '../log-in-memory.ts';

// The disk's own answer, as a full one gives it.
const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, statfsSync: (path: string) => (disk.full ? { bavail: 1, bsize: 512 } : real.statfsSync(path)) };
});

let dataFolder = '';
let application: Application;
let sheet: { kind: 'assessment-report'; assessmentId: string };
/** What left, and how many rows told of it by then. */
const left: { readonly how: string; readonly told: number }[] = [];
let thoughtBetter = false;

const desktop: HostPort = {
  ...windowlessHost('desktop'),
  async print() {
    left.push({ how: 'printed', told: (await outputs()).length });
  },
  async savePdf(_name, beforeWriting) {
    if (thoughtBetter) return false;
    beforeWriting();
    left.push({ how: 'pdf', told: (await outputs()).length });
    return true;
  },
};
const ask = (group: string, name: string, input: unknown, host: HostPort = desktop) => application.invoke(group, name, input, { host });
async function outputs(): Promise<AuditRow[]> {
  const { rows } = (await ask('audit', 'list', { kind: 'output' })) as { rows: AuditRow[] };
  return rows;
}

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cauda-documents-'));
  left.length = 0;
  thoughtBetter = false;
  const clock = { now: () => ({ at: new Date('2026-03-02T09:00:00.000Z'), offsetMinutes: 60 }) };
  application = createApplication({ dataFolder, version: '', log: createLogInMemory(), clock, keyCost: { N: 2 ** 10, r: 8, p: 1 } });
  const practice = { practiceName: 'Hillside', setting: 'spine-clinic', personName: 'Ada Lund', roles: ['clinician', 'owner'], passphrase };
  await ask('session', 'createPractice', practice);
  const patient = (await ask('patients', 'create', { details, idempotencyId: randomUUID() })) as { id: string };
  const start = { patientId: patient.id, setting: 'spine-clinic', on: '2026-03-02', idempotencyId: randomUUID() };
  sheet = { kind: 'assessment-report', assessmentId: ((await ask('assessments', 'start', start)) as { id: string }).id };
});
afterEach(() => {
  disk.full = false;
  application.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('the trail tells of a sheet before it is printed or written', async () => {
  expect(await ask('documents', 'print', { sheet })).toEqual({ by: 'host' });
  expect(await ask('documents', 'savePdf', { sheet, suggestedName: 'Report' })).toEqual({ saved: true });
  expect(await ask('documents', 'copyText', { sheet })).toEqual({});
  expect(left).toEqual([
    { how: 'printed', told: 1 },
    { how: 'pdf', told: 2 },
  ]);
  expect((await outputs()).map(({ detail, patient }) => [detail.how, detail.kind, patient?.name])).toEqual(
    ['text', 'pdf', 'printed'].map((how) => [how, 'assessment-report', 'NORDMANN, Åse']),
  );
});

test('where the trail cannot tell of it, nothing is printed, written or copied', async () => {
  disk.full = true;
  // The store looks at the disk at most twice a second.
  await new Promise((done) => setTimeout(done, 600));
  const full = { data: { code: 'disk-full' } };
  await expect(ask('documents', 'print', { sheet })).rejects.toMatchObject(full);
  await expect(ask('documents', 'print', { sheet }, windowlessHost('browser'))).rejects.toMatchObject(full);
  await expect(ask('documents', 'savePdf', { sheet, suggestedName: 'Report' })).rejects.toMatchObject(full);
  await expect(ask('documents', 'copyText', { sheet })).rejects.toMatchObject(full);
  expect(left).toEqual([]);
});

test('a browser’s window prints by itself once it is told of, and saves no file', async () => {
  const browser = windowlessHost('browser');
  expect(await ask('documents', 'print', { sheet }, browser)).toEqual({ by: 'window' });
  expect(await outputs()).toMatchObject([{ detail: { how: 'printed' }, origin: 'browser' }]);
  const saving = ask('documents', 'savePdf', { sheet, suggestedName: 'Report' }, browser);
  await expect(saving).rejects.toMatchObject({ data: { code: 'host-cannot' } });
  expect(await outputs()).toHaveLength(1);
});

test('thinking better of it in the dialog is told as nothing', async () => {
  thoughtBetter = true;
  expect(await ask('documents', 'savePdf', { sheet, suggestedName: 'Report' })).toEqual({ saved: false });
  expect(await outputs()).toEqual([]);
});

test('a sheet of the practice names no patient; one of a patient names its assessment', async () => {
  expect(await ask('documents', 'print', { sheet: { kind: 'recovery-key', assessmentId: null } })).toEqual({ by: 'host' });
  expect(await outputs()).toMatchObject([{ patient: null, detail: { kind: 'recovery-key' } }]);
  const unnamed = ask('documents', 'print', { sheet: { kind: 'compare', assessmentId: null } });
  await expect(unnamed).rejects.toMatchObject({ data: { code: 'invalid' } });
});
