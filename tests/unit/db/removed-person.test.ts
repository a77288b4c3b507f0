import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson, checkPassphrase, removePerson } from '../../../db/access.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { quickUnlockers } from '../../../db/keys/quick-slots.ts';
import { migrations } from '../../../db/migrate/released.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { enableQuickUnlock, openQuickly } from '../../../db/quick-unlock.ts';
import { recoverPractice } from '../../../db/recover-practice.ts';
import { createKeystore } from '../../fixtures/keystore-in-memory.ts';
import { cheap, closedAfter, newPractice, noon, passphrase } from './practice-for-tests.ts';

const failing = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const from = { origin: 'desktop', now: noon } as const;

/** Somebody left, and an older key file, whole and sealed, is put back beside the store: any backup holds one. */
async function withOlderKeys() {
  const made = await newPractice();
  const { store, folder, act } = made;
  const secret = 'second passphrase';
  const nurse = await addPerson(store, act(), { name: 'Ben', roles: ['assistant'], passphrase: secret, cost: cheap });
  const keystore = createKeystore();
  enableQuickUnlock(store, act(nurse.id), keystore);
  const kept = (name: string) => join(folder, `${name}.kept`);
  const files = ['keys.json', 'quick-unlock.json'];
  for (const name of files) copyFileSync(join(folder, name), kept(name));
  removePerson(store, act(), nurse.id);
  const putBack = () => {
    for (const name of files) copyFileSync(kept(name), join(folder, name));
  };
  const byPassphrase = { personId: nurse.id, passphrase: secret, ...from, cost: cheap };
  return { ...made, nurse, keystore, putBack, byPassphrase };
}

test('a removed person stays out, though an older key file would let them in, and the try is told of', async () => {
  const { store, folder, nurse, person, keystore, putBack, byPassphrase, recoveryKey } = await withOlderKeys();
  closeStore(store);
  putBack();
  const keysBefore = readFileSync(join(folder, 'keys.json'), 'utf8');
  await expect(openPractice(folder, byPassphrase)).rejects.toEqual(failing('wrong-passphrase'));
  expect(quickUnlockers(folder)).toContain(nurse.id);
  expect(() => openQuickly(folder, { personId: nurse.id, keystore, ...from })).toThrow(failing('wrong-passphrase'));
  const recovering = { personId: nurse.id, recoveryKey, newPassphrase: 'a new long one', ...from, cost: cheap };
  await expect(recoverPractice(folder, recovering)).rejects.toEqual(failing('not-found'));
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(keysBefore);

  const { reading } = closedAfter(await openPractice(folder, { ...byPassphrase, personId: person.id, passphrase })).store;
  const refused = { action: 'session.failed-attempt', personId: '', subjectId: nurse.id };
  expect(readTrail(reading, { limit: 5 })).toMatchObject([
    { action: 'session.sign-in', personId: person.id },
    refused,
    refused,
    refused,
    { action: 'person.remove' },
  ]);
  // The key file follows the store again.
  expect(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')).people).toEqual([person]);
});

test('nor do they unlock a practice that is open', async () => {
  const { store, nurse, putBack, byPassphrase } = await withOlderKeys();
  putBack();
  await expect(checkPassphrase(store, byPassphrase)).rejects.toEqual(failing('wrong-passphrase'));
  expect(readTrail(store.reading, { limit: 1 })).toMatchObject([{ action: 'session.failed-attempt', subjectId: nurse.id }]);
});

test('nor does their try bring a store to a newer schema', async () => {
  const { store, folder, person, putBack, byPassphrase } = await withOlderKeys();
  closeStore(store);
  putBack();
  const steps = [
    ...migrations,
    { number: migrations.length + 1, name: 'one-more', sql: 'create table one_more (key integer primary key) strict', reviewedDrops: [] },
  ];
  const before = readFileSync(join(folder, 'store.db'));
  await expect(openPractice(folder, { ...byPassphrase, steps })).rejects.toEqual(failing('wrong-passphrase'));
  expect(readFileSync(join(folder, 'store.db')).equals(before)).toBe(true);
  const opened = closedAfter(await openPractice(folder, { ...byPassphrase, personId: person.id, passphrase, steps }));
  expect(opened.person).toEqual(person);
});
