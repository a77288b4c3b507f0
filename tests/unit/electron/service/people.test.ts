import { afterEach, describe, expect, test } from 'vitest';
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

  test('a new recovery key opens, and the old one no longer does', async () => {
    clinic = await openClinic(kind);
    const { client } = clinic;
    const { person, recoveryKey: old } = await createPractice(clinic);
    await expect(client.people.newRecoveryKey({ passphrase: 'not the passphrase' })).rejects.toMatchObject(wrong);
    const { recoveryKey } = await client.people.newRecoveryKey({ passphrase });
    const recover = (key: string) => client.session.recover({ recoveryKey: key, personId: person.id, newPassphrase: 'after the recovery' });
    await expect(recover(old)).rejects.toMatchObject(wrong);
    // The refused try has closed the practice, as it should for somebody without a key.
    expect(await recover(recoveryKey)).toMatchObject({ state: 'unlocked', person });
  });

  test('after a change of the database key its owner works on, and everybody else needs a new passphrase', async () => {
    clinic = await openClinic(kind);
    const { client } = clinic;
    const { person, recoveryKey: old } = await createPractice(clinic);
    const bo = await client.session.addPerson({ name: 'Bo', roles: ['clinician'], passphrase: bosPassphrase });
    await expect(client.people.rotateKey({ passphrase: 'not the passphrase' })).rejects.toMatchObject(wrong);
    const { recoveryKey, status } = await client.people.rotateKey({ passphrase });
    expect(status).toMatchObject({ state: 'unlocked', person });
    expect(recoveryKey).not.toBe(old);
    expect((await client.people.list({})).rows).toMatchObject([{ canUnlock: true }, { id: bo.id, canUnlock: false }]);
    await client.people.givePassphrase({ personId: bo.id, newPassphrase: bosPassphrase });
    const again = await clinic.restart();
    expect(await again.session.unlock({ personId: bo.id, passphrase: bosPassphrase })).toMatchObject({ state: 'unlocked' });
    await again.session.unlock({ personId: person.id, passphrase });
    expect(await again.audit.verify({})).toMatchObject({ problemCount: 0 });
  });
});
