import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { connect } from '../../../../db/connection/connect.ts';
import { lockStore } from '../../../../db/connection/lock.ts';
import { createLogFile } from '../../../../electron/service/log-file.ts';
import type { CaudaClient } from '../../../../shared/contract/contract.ts';
import { Failure, type FailureCode } from '../../../../shared/contract/failure.ts';
import { type Clinic, createPractice, details, openClinic, passphrase } from '../clinic.ts';

/** Stands in every field that a person fills; nothing that fails may say it again. */
const mark = 'Zq7Canary';
const marked = {
  ...details,
  familyName: `${mark}-family`,
  givenName: `${mark}-given`,
  recordNumber: `${mark}-1`,
  identifiers: [{ system: `${mark}-system`, value: `${mark}-number` }],
  phone: `${mark}-phone`,
  email: `${mark}@example`,
  address: `${mark}-address`,
  warnings: [{ kind: 'other' as const, text: `${mark}-warning` }],
  note: `${mark}-note`,
};
const conclusion = {
  workingDiagnosis: [],
  agreement: 'agrees' as const,
  reason: `${mark}-reason`,
  note: `${mark}-note`,
  plan: `${mark}-plan`,
  forPatient: `${mark}-for-patient`,
  reviewOn: null,
};
const once = () => ({ idempotencyId: randomUUID() });

// The disk's own answers, as a full or a locked disk gives them.
const disk = vi.hoisted(() => ({ answer: null as null | (() => never | { bavail: number; bsize: number }) }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, statfsSync: (path: string) => disk.answer?.() ?? real.statfsSync(path) };
});
function denied(): never {
  throw Object.assign(new Error(`EROFS: read-only file system, write '/home/${mark}'`), { code: 'EROFS' });
}

interface Stage {
  readonly clinic: Clinic;
  readonly client: CaudaClient;
  readonly folder: string;
  readonly personId: string;
  readonly patientId: string;
  readonly assessmentId: string;
}

/** A practice with the mark in every field, a draft of its owner's, open. */
async function stage(clinic: Clinic): Promise<Stage> {
  const { client } = clinic;
  const { person, status } = await createPractice(clinic);
  const { id: patientId } = await client.patients.create({ details: marked, ...once() });
  const { id: assessmentId } = await client.assessments.start({ patientId, setting: 'spine-clinic', on: '2026-03-02', ...once() });
  return { clinic, client, folder: status.practice?.folder ?? '', personId: person.id, patientId, assessmentId };
}

const record = ({ client, assessmentId }: Stage, seen = 0) =>
  client.assessments.record({
    assessmentId,
    finding: 'provoke.walking-distance-m',
    state: 'present',
    value: 150,
    entered: { text: mark, unit: 'm' },
    seen,
    ...once(),
  });
const treatment = (on: string) => ({
  pathway: null,
  name: `${mark}-name`,
  step: null,
  dose: mark,
  startedOn: '2026-02-02',
  endedOn: on,
  response: null,
  responseNote: mark,
  reviewOn: null,
});
async function asBo({ client }: Stage, roles: ['assistant'] | ['clinician']) {
  const bo = await client.session.addPerson({ name: `${mark} Bo`, roles, passphrase: 'bo has a passphrase' });
  await client.session.unlock({ personId: bo.id, passphrase: 'bo has a passphrase' });
}
async function withKeysFile(at: Stage, change: (text: string) => string) {
  const client = await at.clinic.restart();
  const file = join(at.folder, 'keys.json');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const { failure } = await client.session.status({});
  if (failure !== null) throw new Failure(failure.code, failure);
  return client.session.unlock({ personId: at.personId, passphrase });
}

const registered = ({ client }: Stage) => client.patients.create({ details: { ...marked, recordNumber: '' }, ...once() });

/** The desktop's own failures are forced in its own tests. */
type OfTheApplication = Exclude<FailureCode, 'not-printed' | 'file-not-written'>;

/** How each failure comes about, from a practice full of marks. */
const ways: Readonly<Record<OfTheApplication, (at: Stage) => Promise<unknown>>> = {
  invalid: ({ client, patientId }) => client.treatments.add({ patientId, details: treatment('2026-02-01'), ...once() }),
  'not-found': ({ client }) => client.patients.open({ patientId: randomUUID() }),
  'not-allowed': async (at) => {
    await asBo(at, ['assistant']);
    await at.client.assessments.conclude({ assessmentId: at.assessmentId, conclusion, ...once() });
  },
  locked: async ({ client }) => {
    await client.session.lock({});
    await client.patients.list({ search: mark });
  },
  'wrong-passphrase': ({ client, personId }) => client.session.unlock({ personId, passphrase: `${mark} is wrong` }),
  'slow-down': async ({ client, personId }) => {
    for (let tries = 0; tries < 6; tries += 1) {
      await client.session.unlock({ personId, passphrase: `${mark} is wrong` }).catch((error) => {
        if (error.code !== 'wrong-passphrase') throw error;
      });
    }
  },
  'no-practice': async ({ clinic, personId }) => {
    const client = await clinic.restart();
    rmSync(clinic.dataFolder, { recursive: true });
    await client.session.unlock({ personId, passphrase });
  },
  'practice-exists': (at) => createPractice(at),
  'store-in-use': async ({ clinic, folder, personId }) => {
    const client = await clinic.restart();
    const lock = lockStore(folder);
    await client.session.unlock({ personId, passphrase }).finally(() => lock.release());
  },
  'store-damaged': (at) => withKeysFile(at, (text) => text.slice(0, text.length / 2)),
  'store-newer': (at) => withKeysFile(at, (text) => text.replace('cauda-keys/1', 'cauda-keys/2')),
  'store-missing': async ({ clinic, folder, personId }) => {
    const client = await clinic.restart();
    rmSync(folder, { recursive: true });
    await client.session.unlock({ personId, passphrase });
  },
  'folder-unsuitable': async () => {
    const other = await openClinic();
    await other.restart();
    const { createApplication } = await import('../../../../electron/service/application.ts');
    const dataFolder = join(other.dataFolder, 'Dropbox');
    mkdirSync(dataFolder);
    const synced = createApplication({ dataFolder, version: '', log: other.log, clock: other.clock });
    const input = { practiceName: mark, setting: 'spine-clinic', personName: mark, roles: ['owner'], passphrase };
    await synced.invoke('session', 'createPractice', input, { host: { kind: 'browser' } as never }).finally(() => other.close());
  },
  'disk-full': (at) => {
    disk.answer = () => ({ bavail: 1, bsize: 512 });
    at.clinic.clock.pass(1);
    return new Promise((resolve) => setTimeout(resolve, 600)).then(() => record(at));
  },
  'read-only': async ({ clinic, personId }) => {
    const client = await clinic.restart();
    // Every transaction of a connection that is opened from now on.
    const { client: any } = connect(join(clinic.dataFolder, 'any.db'), Buffer.alloc(32), 'write');
    vi.spyOn(Object.getPrototypeOf(any), 'transaction').mockReturnValue({ immediate: denied });
    any.close();
    await client.session.unlock({ personId, passphrase });
  },
  stale: async (at) => {
    await record(at);
    await record(at, 0);
  },
  'not-owner': async (at) => {
    await asBo(at, ['clinician']);
    await record(at);
  },
  signed: async (at) => {
    await at.client.assessments.conclude({ assessmentId: at.assessmentId, conclusion, ...once() });
    await at.client.assessments.sign({ assessmentId: at.assessmentId, seen: 0, ...once() });
    await record(at);
  },
  'record-number-taken': ({ client }) => client.patients.create({ details: marked, ...once() }),
  merged: async (at) => {
    const [one, other] = [await registered(at), await registered(at)];
    const merging = { patientId: one.id, seenVersion: one.version, intoId: other.id, seenIntoVersion: other.version };
    await at.client.patients.merge({ ...merging, ...once() });
    await at.client.patients.update({
      patientId: one.id,
      seenVersion: one.version + 1,
      details: { ...marked, recordNumber: '' },
      ...once(),
    });
  },
  'draft-open': async (at) => {
    const other = await registered(at);
    const merging = { patientId: at.patientId, seenVersion: 1, intoId: other.id, seenIntoVersion: other.version };
    await at.client.patients.merge({ ...merging, ...once() });
  },
  'keeps-others': async (at) => {
    const [one, other] = [await registered(at), await registered(at)];
    const into = (id: string) => ({ intoId: id, seenIntoVersion: 1, ...once() });
    await at.client.patients.merge({ patientId: one.id, seenVersion: 1, ...into(other.id) });
    await at.client.patients.merge({ patientId: other.id, seenVersion: 1, ...into(at.patientId) });
  },
  'file-refused': async () => {
    const other = await openClinic();
    const file = join(other.dataFolder, `${mark}.jsonl`);
    writeFileSync(file, `{"format":"${mark}"}\n{"table":"${mark}"}\n`);
    await other.client.rescue.import({ file, personId: randomUUID(), passphrase }).finally(() => other.close());
  },
  'other-practice': async ({ clinic, client, personId }) => {
    const other = await openClinic();
    await createPractice(other);
    await other.client.keeping.backUp({});
    const { places } = await other.client.keeping.list({});
    const { folder, name } = places[0]?.backups[0] ?? { folder: clinic.dataFolder, name: '' };
    await client.keeping.restore({ folder, name, personId, passphrase }).finally(() => other.close());
  },
  'host-cannot': ({ client }) => client.documents.savePdf({ sheet: { kind: 'recovery-key', assessmentId: null }, suggestedName: mark }),
  internal: ({ client, patientId }) =>
    client.measurements.record({
      patientId,
      finding: 'provoke.walking-distance-m',
      value: 1,
      entered: null,
      on: '2026-03-02',
      note: mark,
      ...once(),
    }),
};

let clinic: Clinic;
afterEach(async () => {
  disk.answer = null;
  await clinic.close();
});

test.each(Object.entries(ways))('%s tells no value of a record, neither to the window nor to the log', async (code, way) => {
  // A clock that fails only where it must: the unforeseen.
  clinic = await openClinic(code === 'host-cannot' ? 'fetch' : 'port');
  const at = await stage(clinic);
  const file = createLogFile(join(clinic.dataFolder, 'logged'));
  if (code === 'internal') {
    const now = clinic.clock.now.bind(clinic.clock);
    let asked = 0;
    vi.spyOn(clinic.clock, 'now').mockImplementation(() => {
      asked += 1;
      if (asked > 4) throw new RangeError(`no moment for ${mark}`);
      return now();
    });
  }
  const failed: unknown = await way(at).catch((error: unknown) => error);
  vi.restoreAllMocks();
  expect(failed).toBeInstanceOf(Failure);
  expect(failed).toMatchObject({ data: { code } });
  for (const { level, event, fields } of clinic.log.lines) file[level](event, fields);
  const logged = readdirSync(join(clinic.dataFolder, 'logged', 'log')).map((name) =>
    readFileSync(join(clinic.dataFolder, 'logged', 'log', name), 'utf8'),
  );
  const said = JSON.stringify([(failed as Failure).data, (failed as Failure).message, (failed as Failure).stack, clinic.log.lines, logged]);
  for (const secret of [mark, passphrase, clinic.dataFolder, 'bo has a passphrase']) {
    expect(said).not.toContain(secret);
  }
  expect(said).not.toMatch(/select |insert |sqlite_master/iu);
});
