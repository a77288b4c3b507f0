import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { auditActions } from '../../../../shared/contract/audit.ts';
import { createWords } from '../../../../shared/messages/words.ts';
import { type Clinic, createPractice, details, openClinic, passphrase } from '../clinic.ts';

let clinic: Clinic;
afterEach(() => clinic.close());

const once = () => ({ idempotencyId: randomUUID() });

describe.each(['port', 'fetch'] as const)('over %s', (kind) => {
  test('the trail tells who did what to whom, page by page, and by person, patient and kind', async () => {
    clinic = await openClinic(kind);
    const { client } = clinic;
    const { person: ada } = await createPractice(clinic);
    const patients = [];
    for (const givenName of ['Åse', 'Liv', 'Siv'])
      patients.push(await client.patients.create({ details: { ...details, givenName }, ...once() }));
    const bo = await client.session.addPerson({ name: 'Bo', roles: ['clinician'], passphrase: 'bo has a passphrase' });
    await client.session.unlock({ personId: bo.id, passphrase: 'bo has a passphrase' });
    const [ase] = patients;
    if (ase === undefined) throw new Error('No patient');
    await client.patients.open({ patientId: ase.id });
    await client.session.unlock({ personId: ada.id, passphrase: 'not hers' }).catch(() => undefined);
    await client.session.unlock({ personId: ada.id, passphrase });

    const whole = await client.audit.list({});
    expect(whole.next).toBeNull();
    expect(whole.rows[0]).toMatchObject({ action: 'audit.read', person: { id: ada.id, name: 'Ada Lund' } });
    expect(whole.rows.find(({ action }) => action === 'record.open')).toMatchObject({
      person: { name: 'Bo' },
      origin: kind === 'port' ? 'desktop' : 'browser',
      patient: { id: ase.id, name: 'NORDMANN, Åse' },
    });
    expect(whole.rows.find(({ action }) => action === 'session.failed-attempt')).toMatchObject({ person: null, about: 'Ada Lund' });

    const paged = [];
    let before: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof client.audit.list>> = await client.audit.list({ before, limit: 3 });
      paged.push(...page.rows);
      before = page.next;
    } while (before !== null);
    expect(paged).toEqual(whole.rows);

    const ofAse = await client.audit.list({ patientId: ase.id });
    expect(ofAse.rows.map(({ action }) => action)).toEqual(['record.open', 'patient.create']);
    const ofBo = await client.audit.list({ personId: bo.id, kind: 'people' });
    expect(ofBo.rows.map(({ action, about }) => [action, about])).toEqual([['person.add', 'Bo']]);
    expect(await client.audit.verify({})).toMatchObject({ problems: [], problemCount: 0, verifiedAt: '2026-03-02T10:00:00.000+01:00' });
  });
});

test('everything on the trail has its kind and its words', async () => {
  clinic = await openClinic('port');
  await clinic.client.session.openDemo({});
  const words = createWords();
  const { rows } = await clinic.client.audit.list({ limit: 200 });
  expect(rows.length).toBe(200);
  for (const { action } of rows) expect(Object.keys(auditActions)).toContain(action);
  for (const action of Object.keys(auditActions)) expect(words.sayOf(`audit.action.${action}`)).not.toBe(`audit.action.${action}`);
});
