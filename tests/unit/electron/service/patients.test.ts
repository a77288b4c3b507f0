import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaudaClient } from '../../../../shared/contract/contract.ts';
import type { Patient, PatientDetails } from '../../../../shared/contract/patients.ts';
import { type Clinic, createPractice, details, openClinic, passphrase } from '../clinic.ts';

// The clinic's day is 2026-03-02.
let clinic: Clinic;
let client: CaudaClient;
let ownerId: string;
beforeEach(async () => {
  clinic = await openClinic();
  client = clinic.client;
  ownerId = (await createPractice(clinic)).person.id;
});
afterEach(() => clinic.close());

const once = () => ({ idempotencyId: randomUUID() });
const register = (changes: Partial<PatientDetails> = {}) => client.patients.create({ details: { ...details, ...changes }, ...once() });
const merging = (one: Patient, into: Patient) => ({
  patientId: one.id,
  seenVersion: one.version,
  intoId: into.id,
  seenIntoVersion: into.version,
  ...once(),
});
const refused = (field: string, limit: string) => ({ data: { code: 'invalid', field, limit } });

test.each([
  ['2026-03-03', 'not after today'],
  ['1951-05-16', 'not before the birth'],
])('a death on %s is refused in words', async (deceasedOn, limit) => {
  await expect(register({ deceasedOn })).rejects.toMatchObject(refused('deceasedOn', limit));
  const patient = await register();
  const change = { patientId: patient.id, seenVersion: 1, details: { ...details, deceasedOn }, ...once() };
  await expect(client.patients.update(change)).rejects.toMatchObject(refused('deceasedOn', limit));
});

test('who died long ago may have been born more than 120 years ago, and what was found before can be written up', async () => {
  const patient = await register({ birthDate: '1899-04-01', deceasedOn: '1985-06-30' });
  expect(patient).toMatchObject({ deceasedOn: '1985-06-30' });
  await expect(register({ birthDate: '1899-04-01' })).rejects.toMatchObject({ data: { code: 'invalid', field: 'birthDate' } });
  const late = await register({ deceasedOn: '2026-03-01' });
  const started = await client.assessments.start({ patientId: late.id, setting: 'spine-clinic', on: '2026-03-02', ...once() });
  expect(started.state).toBe('draft');
});

test('two numbers of one system are refused', async () => {
  const identifiers = [...details.identifiers, { system: 'insurance', value: '2' }];
  await expect(register({ identifiers })).rejects.toMatchObject({ data: { code: 'invalid', field: 'details.identifiers' } });
});

test('who has the same number of the same system is shown before registering, whatever the name', async () => {
  const { id } = await register();
  const unlike = { familyName: 'Other', givenName: 'Person', birthDate: '1990-01-01' };
  const { rows } = await client.patients.lookAlikes({ ...unlike, identifiers: details.identifiers });
  expect(rows.map((row) => row.id)).toEqual([id]);
  const twice = await client.patients.lookAlikes({ ...details, identifiers: details.identifiers });
  expect(twice.rows.map((row) => row.id)).toEqual([id]);
});

test('anybody who has unlocked merges a duplicate; only an owner separates it again', async () => {
  const [one, kept] = [await register(), await register({ identifiers: [] })];
  await expect(client.patients.merge({ ...merging(one, kept), intoId: one.id })).rejects.toMatchObject(
    refused('intoId', 'another record than this one'),
  );
  const bo = await client.session.addPerson({ name: 'Bo', roles: ['assistant'], passphrase: 'bo has a passphrase' });
  await client.session.unlock({ personId: bo.id, passphrase: 'bo has a passphrase' });
  const closed = await client.patients.merge(merging(one, kept));
  expect(closed.mergedInto).toMatchObject({ id: kept.id });
  const separating = { patientId: one.id, seenVersion: closed.version, ...once() };
  await expect(client.patients.separate(separating)).rejects.toMatchObject({ data: { code: 'not-allowed' } });

  await client.session.unlock({ personId: ownerId, passphrase });
  expect((await client.audit.list({ patientId: kept.id, kind: 'record' })).rows).toMatchObject([
    { action: 'patient.take-in' },
    { action: 'patient.create' },
  ]);
  expect(await client.patients.separate(separating)).toMatchObject({ mergedInto: null });
  expect(await client.audit.verify({})).toMatchObject({ problemCount: 0 });
});
