import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { contract } from '../../../../shared/contract/contract.ts';
import { createKeystore } from '../../../fixtures/keystore-in-memory.ts';
import { type Clinic, createPractice, details, openClinic, passphrase } from '../clinic.ts';

type Client = Clinic['client'];
interface Stage {
  readonly clinic: Clinic;
  readonly client: Client;
  readonly folder: string;
  readonly personId: string;
  readonly boId: string;
  readonly recoveryKey: string;
  readonly patientId: string;
  readonly assessmentId: string;
}
interface Told {
  /** What the trail says of it. */
  readonly as: string;
  /** Whether it says of which patient. */
  readonly ofPatient?: boolean;
  /** Asks for it once. */
  readonly ask: (at: Stage) => Promise<unknown>;
  /** It makes another practice, of whose trail every row counts: `ask` gives the client to read it by. */
  readonly elsewhere?: true;
  /** What must have been before, whose rows do not count. */
  readonly before?: (at: Stage) => Promise<unknown>;
}

const bosPassphrase = 'bo has a passphrase';
const once = () => ({ idempotencyId: randomUUID() });
const conclusion = {
  workingDiagnosis: [],
  agreement: 'agrees' as const,
  reason: '',
  note: 'Walks less.',
  plan: '',
  forPatient: '',
  reviewOn: null,
};
const treatment = {
  pathway: null,
  name: 'Walking with sticks',
  step: null,
  dose: '',
  startedOn: '2026-02-02',
  endedOn: null,
  response: null,
  responseNote: '',
  reviewOn: null,
};

const anew = ({ client }: Stage) => client.patients.create({ details: { ...details, givenName: 'Liv', identifiers: [] }, ...once() });
const concluded = ({ client, assessmentId }: Stage) => client.assessments.conclude({ assessmentId, conclusion, ...once() });
const signed = async (at: Stage) => {
  await concluded(at);
  await at.client.assessments.sign({ assessmentId: at.assessmentId, seen: 0, ...once() });
};
const treated = ({ client, patientId }: Stage) => client.treatments.add({ patientId, details: treatment, ...once() });
const report = ({ assessmentId }: Stage) => ({ sheet: { kind: 'assessment-report' as const, assessmentId } });
const newestBackup = async (client: Client, folder = '') => {
  const { places } = folder === '' ? await client.keeping.list({}) : await client.rescue.list({ folder });
  const [{ folder: where, name } = { folder: '', name: '' }] = places.flatMap(({ backups }) => backups);
  return { folder: where, name };
};

/** Every procedure that is told of on the trail, asked for once. */
const told: Readonly<Record<string, Told>> = {
  'session.createPractice': { as: 'practice.create', elsewhere: true, ask: async ({ client }) => client },
  'session.openDemo': {
    as: 'practice.create',
    elsewhere: true,
    ask: async ({ client }) => {
      await client.session.openDemo({});
      return client;
    },
  },
  'session.unlock': {
    as: 'session.sign-in',
    ask: ({ client, boId }) => client.session.unlock({ personId: boId, passphrase: bosPassphrase }),
  },
  'session.unlockQuickly': {
    as: 'session.sign-in',
    before: ({ client }) => client.people.quickUnlock({ on: true }),
    ask: ({ client, personId }) => client.session.unlockQuickly({ personId }),
  },
  'session.recover': {
    as: 'session.recover',
    before: ({ client }) => client.session.lock({}),
    ask: ({ client, recoveryKey, personId }) => client.session.recover({ recoveryKey, personId, newPassphrase: passphrase }),
  },
  'session.lock': { as: 'session.sign-out', ask: ({ client }) => client.session.lock({}) },
  'session.addPerson': {
    as: 'person.add',
    ask: ({ client }) => client.session.addPerson({ name: 'Cy', roles: ['assistant'], passphrase: bosPassphrase }),
  },
  'patients.open': { as: 'record.open', ofPatient: true, ask: ({ client, patientId }) => client.patients.open({ patientId }) },
  'patients.create': { as: 'patient.create', ofPatient: true, ask: anew },
  'patients.update': {
    as: 'patient.update',
    ofPatient: true,
    ask: ({ client, patientId }) => client.patients.update({ patientId, seenVersion: 1, details: { ...details, note: 'x' }, ...once() }),
  },
  'patients.merge': {
    as: 'patient.merge',
    ofPatient: true,
    ask: async (at) => {
      const { id } = await anew(at);
      await at.client.patients.merge({ patientId: id, seenVersion: 1, intoId: at.patientId, seenIntoVersion: 1, ...once() });
    },
  },
  'patients.separate': {
    as: 'patient.separate',
    ofPatient: true,
    ask: async (at) => {
      const { id } = await anew(at);
      await at.client.patients.merge({ patientId: id, seenVersion: 1, intoId: at.patientId, seenIntoVersion: 1, ...once() });
      await at.client.patients.separate({ patientId: id, seenVersion: 2, ...once() });
    },
  },
  'assessments.list': {
    as: 'record.open',
    ofPatient: true,
    ask: ({ client, patientId }) => client.assessments.list({ patientId }),
  },
  'assessments.open': {
    as: 'record.open',
    ofPatient: true,
    ask: ({ client, assessmentId }) => client.assessments.open({ assessmentId }),
  },
  'assessments.start': {
    as: 'assessment.start',
    ofPatient: true,
    ask: ({ client, patientId }) => client.assessments.start({ patientId, setting: 'spine-clinic', on: '2026-03-02', ...once() }),
  },
  'assessments.record': {
    as: 'answer.record',
    ofPatient: true,
    ask: ({ client, assessmentId }) => {
      const answer = { finding: 'provoke.walking-distance-m', state: 'present', value: 150, entered: null } as const;
      return client.assessments.record({ assessmentId, ...answer, seen: 0, ...once() });
    },
  },
  'assessments.takeOver': {
    as: 'assessment.take-over',
    ofPatient: true,
    before: ({ client, boId }) => client.session.unlock({ personId: boId, passphrase: bosPassphrase }),
    ask: ({ client, assessmentId }) => client.assessments.takeOver({ assessmentId, ...once() }),
  },
  'assessments.conclude': { as: 'assessment.conclude', ofPatient: true, ask: concluded },
  'assessments.sign': { as: 'assessment.sign', ofPatient: true, ask: signed },
  'assessments.addAddendum': {
    as: 'assessment.add-addendum',
    ofPatient: true,
    before: signed,
    ask: ({ client, assessmentId }) => client.assessments.addAddendum({ assessmentId, text: 'Walks further.', ...once() }),
  },
  'measurements.list': {
    as: 'record.open',
    ofPatient: true,
    ask: ({ client, patientId }) => client.measurements.list({ patientId, findings: ['provoke.walking-distance-m'] }),
  },
  'measurements.record': {
    as: 'measurement.record',
    ofPatient: true,
    ask: ({ client, patientId }) => {
      const measured = { finding: 'provoke.walking-distance-m', value: 150, entered: null, on: '2026-03-02', note: '' };
      return client.measurements.record({ patientId, ...measured, ...once() });
    },
  },
  'treatments.list': {
    as: 'record.open',
    ofPatient: true,
    ask: ({ client, patientId }) => client.treatments.list({ patientId }),
  },
  'treatments.add': { as: 'treatment.add', ofPatient: true, ask: treated },
  'treatments.update': {
    as: 'treatment.update',
    ofPatient: true,
    ask: async (at) => {
      const { id } = await treated(at);
      await at.client.treatments.update({ treatmentId: id, seenVersion: 1, details: { ...treatment, dose: 'daily' }, ...once() });
    },
  },
  'documents.print': { as: 'document.output', ofPatient: true, ask: (at) => at.client.documents.print(report(at)) },
  'documents.savePdf': {
    as: 'document.output',
    ofPatient: true,
    ask: (at) => at.client.documents.savePdf({ ...report(at), suggestedName: 'Report' }),
  },
  'documents.screenPrinted': {
    as: 'document.output',
    ofPatient: true,
    ask: ({ client, patientId }) => client.documents.screenPrinted({ patientId }),
  },
  'documents.copyText': { as: 'document.output', ofPatient: true, ask: (at) => at.client.documents.copyText(report(at)) },
  'settings.changePractice': { as: 'setting.change', ask: ({ client }) => client.settings.changePractice({ idleMinutes: 30 }) },
  'settings.changePerson': { as: 'setting.change', ask: ({ client }) => client.settings.changePerson({ theme: 'dark' }) },
  'people.changeRoles': {
    as: 'person.change-roles',
    ask: ({ client, boId }) => client.people.changeRoles({ personId: boId, roles: ['assistant'] }),
  },
  'people.remove': { as: 'person.remove', ask: ({ client, boId }) => client.people.remove({ personId: boId }) },
  'people.changePassphrase': {
    as: 'person.change-passphrase',
    ask: ({ client }) => client.people.changePassphrase({ passphrase, newPassphrase: passphrase }),
  },
  'people.quickUnlock': { as: 'person.enable-quick-unlock', ask: ({ client }) => client.people.quickUnlock({ on: true }) },
  'people.givePassphrase': {
    as: 'person.give-passphrase',
    ask: ({ client, boId }) => client.people.givePassphrase({ personId: boId, newPassphrase: bosPassphrase }),
  },
  'people.newRecoveryKey': { as: 'practice.new-recovery-key', ask: ({ client }) => client.people.newRecoveryKey({ passphrase }) },
  'people.keepRecoveryKey': {
    as: 'practice.keep-recovery-key',
    before: ({ client }) => client.people.newRecoveryKey({ passphrase }),
    ask: ({ client }) => client.people.keepRecoveryKey({}),
  },
  'people.rotateKey': { as: 'practice.rotate-key', ask: ({ client }) => client.people.rotateKey({ passphrase }) },
  'keeping.plan': { as: 'practice.plan-backups', ask: ({ client }) => client.keeping.plan({ schedule: 'by-hand' }) },
  'keeping.backUp': { as: 'practice.back-up', ask: ({ client }) => client.keeping.backUp({}) },
  'keeping.rehearse': {
    as: 'practice.rehearse-restore',
    before: ({ client }) => client.keeping.backUp({}),
    ask: ({ client }) => client.keeping.rehearse({ place: 'own' }),
  },
  'keeping.restore': {
    as: 'practice.restore',
    ask: async ({ client, personId }) => {
      await client.keeping.backUp({});
      await client.keeping.restore({ ...(await newestBackup(client)), personId, passphrase });
    },
  },
  'keeping.export': {
    as: 'practice.export',
    ask: ({ client, clinic }) => client.keeping.export({ folder: clinic.dataFolder }),
  },
  'rescue.restore': {
    as: 'practice.restore',
    elsewhere: true,
    ask: async ({ client, clinic, folder, personId }) => {
      const stick = join(clinic.dataFolder, 'stick');
      mkdirSync(stick);
      await client.keeping.plan({ secondFolder: stick });
      await client.keeping.backUp({});
      const again = await clinic.restart();
      rmSync(folder, { recursive: true });
      await again.session.status({});
      await again.rescue.restore({ ...(await newestBackup(again, stick)), personId, passphrase });
      return again;
    },
  },
  'rescue.import': {
    as: 'practice.import',
    elsewhere: true,
    ask: async ({ client, clinic, personId }) => {
      const { file } = await client.keeping.export({ folder: clinic.dataFolder });
      const elsewhere = await openClinic();
      clinics.push(elsewhere);
      await elsewhere.client.rescue.import({ file, personId, passphrase });
      return elsewhere.client;
    },
  },
  'audit.list': {
    as: 'audit.read',
    ask: async ({ client }) => {
      // Paging through it is one reading; after something else has happened it is another.
      await client.settings.changePerson({ theme: 'dark' });
      await client.audit.list({});
    },
  },
  'audit.verify': { as: 'practice.verify', ask: ({ client }) => client.audit.verify({}) },
};

const noPatient = 'tells nothing of a patient and changes nothing';
const toChooseFrom = 'is what a record is chosen from; the record that is opened is told of';
/** Every procedure that the trail need not tell of, and why. */
const untold: Readonly<Record<string, string>> = {
  'session.status': noPatient,
  'session.leaveDemo': 'throws the sample practice away, and its trail with it',
  'session.chooseFolder': noPatient,
  'session.touch': noPatient,
  'patients.list': toChooseFrom,
  'patients.lookAlikes': toChooseFrom,
  'settings.read': noPatient,
  'people.list': noPatient,
  'keeping.status': noPatient,
  'keeping.list': noPatient,
  'keeping.people': noPatient,
  'rescue.status': noPatient,
  'rescue.list': noPatient,
  'rescue.people': noPatient,
  'rescue.exports': noPatient,
  'rescue.salvage': 'the store does not open and is left as it is, so that nothing can be written there; the log tells of it',
  'rescue.support': noPatient,
};

const clinics: Clinic[] = [];
afterEach(async () => {
  for (const clinic of clinics.splice(0)) await clinic.close();
});

async function stage(): Promise<Stage> {
  const clinic = await openClinic('port', { seedDemo: () => undefined }, createKeystore());
  clinics.push(clinic);
  const { client } = clinic;
  const { person, status, recoveryKey } = await createPractice(clinic);
  const bo = await client.session.addPerson({ name: 'Bo', roles: ['owner', 'clinician'], passphrase: bosPassphrase });
  const { id: patientId } = await client.patients.create({ details, ...once() });
  const { id: assessmentId } = await client.assessments.start({ patientId, setting: 'spine-clinic', on: '2026-03-02', ...once() });
  const at = { clinic, client, folder: status.practice?.folder ?? '', personId: person.id, boId: bo.id, recoveryKey };
  return { ...at, patientId, assessmentId };
}

test('each procedure is told of on the trail, or stands among those that need not be, with the reason', () => {
  const procedures = Object.entries(contract).flatMap(([group, names]) => Object.keys(names).map((name) => `${group}.${name}`));
  expect([...Object.keys(told), ...Object.keys(untold)].sort()).toEqual(procedures.sort());
});

test.each(Object.entries(told))('%s is told of', async (_name, { as, ofPatient = false, ask, before, elsewhere = false }) => {
  const at = await stage();
  const rowsIn = async (client: Client) => (await client.audit.list({ limit: 200 })).rows.filter(({ action }) => action === as);
  await before?.(at);
  const isOpen = (await at.client.session.status({})).state === 'unlocked';
  const earlier = isOpen && !elsewhere ? (await rowsIn(at.client)).length : 0;
  const answered = await ask(at);
  const client = elsewhere ? (answered as Client) : at.client;
  if ((await client.session.status({})).state !== 'unlocked') await client.session.unlock({ personId: at.personId, passphrase });
  const rows = await rowsIn(client);
  expect(rows.length).toBeGreaterThan(earlier);
  expect(rows[0]).toMatchObject({ person: { name: expect.any(String) }, origin: 'desktop' });
  if (ofPatient) expect(rows[0]?.patient).toMatchObject({ name: expect.stringContaining('NORDMANN') });
});
