import { afterEach, describe, expect, test } from 'vitest';
import type { PersonRole } from '../../../../shared/contract/values.ts';
import { createKeystore } from '../../../fixtures/keystore-in-memory.ts';
import { type Clinic, createPractice, openClinic, passphrase } from '../clinic.ts';

let clinic: Clinic;
afterEach(() => clinic.close());

const bosPassphrase = 'bo has a passphrase';
const wrong = { data: { code: 'wrong-passphrase' } };

describe.each(['port', 'fetch'] as const)('over %s', (kind) => {
  test('a person comes, gets a new passphrase, and goes; who is the last owner stays', async () => {
    clinic = await openClinic(kind);
    const { client } = clinic;
    const { person: ada } = await createPractice(clinic);
    const bo = await client.session.addPerson({ name: 'Bo', roles: ['clinician'], passphrase: bosPassphrase });
    expect((await client.people.list({})).rows).toEqual([
      { ...ada, canUnlock: true, lastOwner: true },
      { ...bo, canUnlock: true, lastOwner: false },
    ]);
    await client.people.givePassphrase({ personId: bo.id, newPassphrase: 'a fresh passphrase' });
    await expect(client.session.unlock({ personId: bo.id, passphrase: bosPassphrase })).rejects.toMatchObject(wrong);
    await client.session.unlock({ personId: bo.id, passphrase: 'a fresh passphrase' });
    const change = (old: string) => client.people.changePassphrase({ passphrase: old, newPassphrase: bosPassphrase });
    await expect(change('not the passphrase')).rejects.toMatchObject(wrong);
    await change('a fresh passphrase');
    await client.session.unlock({ personId: bo.id, passphrase: bosPassphrase });

    await client.session.unlock({ personId: ada.id, passphrase });
    await expect(client.people.remove({ personId: ada.id })).rejects.toMatchObject({ data: { code: 'not-allowed' } });
    await client.people.remove({ personId: bo.id });
    expect((await client.people.list({})).rows.map(({ id }) => id)).toEqual([ada.id]);
    await expect(client.session.unlock({ personId: bo.id, passphrase: bosPassphrase })).rejects.toMatchObject(wrong);
  });

  test('roles change, also one’s own, and one owner stays', async () => {
    clinic = await openClinic(kind);
    const { client } = clinic;
    const { person: ada } = await createPractice(clinic);
    const bo = await client.session.addPerson({ name: 'Bo', roles: ['assistant'], passphrase: bosPassphrase });
    const change = (personId: string, ...roles: PersonRole[]) => client.people.changeRoles({ personId, roles });
    await expect(change(ada.id, 'clinician')).rejects.toMatchObject({ data: { code: 'invalid' } });
    expect((await change(bo.id, 'clinician', 'owner')).people).toContainEqual({ ...bo, roles: ['clinician', 'owner'] });
    expect(await client.audit.verify({})).toMatchObject({ problemCount: 0 });
    expect((await change(ada.id, 'clinician')).person).toEqual({ ...ada, roles: ['clinician'] });
    await expect(change(ada.id, 'owner')).rejects.toMatchObject({ data: { code: 'not-allowed' } });
    const again = await clinic.restart();
    expect((await again.session.unlock({ personId: bo.id, passphrase: bosPassphrase })).person?.roles).toEqual(['clinician', 'owner']);
    await again.people.remove({ personId: ada.id });
    expect(await again.audit.verify({})).toMatchObject({ problemCount: 0 });
  });

  test('a new recovery key opens, and the old one no longer does', async () => {
    clinic = await openClinic(kind);
    const { client } = clinic;
    const { person, recoveryKey: old } = await createPractice(clinic);
    await expect(client.people.newRecoveryKey({ passphrase: 'not the passphrase' })).rejects.toMatchObject(wrong);
    expect(await client.people.keepRecoveryKey({})).toMatchObject({ recoveryUnseen: false });
    const { recoveryKey } = await client.people.newRecoveryKey({ passphrase });
    expect(await client.session.status({})).toMatchObject({ recoveryUnseen: true });
    expect(await client.session.lock({})).toMatchObject({ recoveryUnseen: false });
    const recover = (key: string) => client.session.recover({ recoveryKey: key, personId: person.id, newPassphrase: 'after the recovery' });
    await expect(recover(old)).rejects.toMatchObject(wrong);
    // The refused try has closed the practice, as it should for somebody without a key.
    expect(await recover(recoveryKey)).toMatchObject({ state: 'unlocked', person, recoveryUnseen: false });
    expect((await client.audit.list({ kind: 'session' })).rows.slice(0, 3)).toMatchObject([
      { action: 'session.recover', person: { id: person.id }, detail: { wrongBefore: 1 } },
      { action: 'session.failed-attempt', person: null, about: null, detail: { secret: 'recovery-key' } },
      { action: 'session.sign-out' },
    ]);
  });

  test('after a change of the database key its owner works on, and everybody else needs a new passphrase', async () => {
    clinic = await openClinic(kind);
    const { client } = clinic;
    const { person, recoveryKey: old } = await createPractice(clinic);
    const bo = await client.session.addPerson({ name: 'Bo', roles: ['clinician'], passphrase: bosPassphrase });
    await expect(client.people.rotateKey({ passphrase: 'not the passphrase' })).rejects.toMatchObject(wrong);
    const { recoveryKey, status } = await client.people.rotateKey({ passphrase });
    expect(status).toMatchObject({ state: 'unlocked', person, recoveryUnseen: true });
    expect(recoveryKey).not.toBe(old);
    expect((await client.people.list({})).rows).toMatchObject([{ canUnlock: true }, { id: bo.id, canUnlock: false }]);
    await client.people.givePassphrase({ personId: bo.id, newPassphrase: bosPassphrase });
    const again = await clinic.restart();
    expect(await again.session.unlock({ personId: bo.id, passphrase: bosPassphrase })).toMatchObject({ state: 'unlocked' });
    await again.session.unlock({ personId: person.id, passphrase });
    expect(await again.audit.verify({})).toMatchObject({ problemCount: 0 });
  });
});

describe('by the operating system’s keystore', () => {
  test('somebody who wished it unlocks, after the lock and after a restart, and no longer once it forgets', async () => {
    const keystore = createKeystore();
    clinic = await openClinic('port', {}, keystore);
    const { client } = clinic;
    const { person, status } = await createPractice(clinic);
    expect(status.quickUnlock).toEqual({ available: true, people: [] });
    const quickly = (via = client) => via.session.unlockQuickly({ personId: person.id });
    await expect(quickly()).rejects.toMatchObject(wrong);
    await client.session.unlock({ personId: person.id, passphrase });
    expect((await client.people.quickUnlock({ on: true })).quickUnlock.people).toEqual([person.id]);
    await client.session.lock({});
    expect(await quickly()).toMatchObject({ state: 'unlocked', person });
    const again = await clinic.restart();
    expect(await quickly(again)).toMatchObject({ state: 'unlocked', person });
    expect((await again.audit.list({ kind: 'people' })).rows[0]).toMatchObject({ action: 'person.enable-quick-unlock' });

    keystore.forget();
    await again.session.lock({});
    await expect(quickly(again)).rejects.toMatchObject(wrong);
    expect(await again.session.unlock({ personId: person.id, passphrase })).toMatchObject({ state: 'unlocked' });
    expect((await again.people.quickUnlock({ on: false })).quickUnlock.people).toEqual([]);
  });

  test('a host without one says that it cannot, and the passphrase opens what another host wrote', async () => {
    clinic = await openClinic('fetch');
    const { client } = clinic;
    const { person, status } = await createPractice(clinic);
    expect(status.quickUnlock).toEqual({ available: false, people: [] });
    await expect(client.people.quickUnlock({ on: true })).rejects.toMatchObject({ data: { code: 'host-cannot' } });
    await expect(client.session.unlockQuickly({ personId: person.id })).rejects.toMatchObject({ data: { code: 'host-cannot' } });
    expect(await client.session.status({})).toMatchObject({ state: 'unlocked' });
  });
});
