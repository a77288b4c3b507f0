import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { addPerson, removePerson } from '../../../db/access.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { type Keystore, quickUnlockers } from '../../../db/keys/quick-slots.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { disableQuickUnlock, enableQuickUnlock, openQuickly } from '../../../db/quick-unlock.ts';
import { rotateDatabaseKey } from '../../../db/rotate-key.ts';
import { cheap, closedAfter, newPractice, noon, passphrase } from './practice-for-tests.ts';

const failing = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

/** A small keystore that works as an operating system's does, and can be emptied. */
function keystoreOf(): Keystore & { empty(): void } {
  let key = randomBytes(32);
  return {
    wrap(secret) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const wrapped = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), wrapped]);
    },
    unwrap(wrapped) {
      const bytes = Buffer.from(wrapped);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    },
    empty() {
      key = randomBytes(32);
    },
  };
}

async function practice() {
  const made = await newPractice();
  const keystore = keystoreOf();
  enableQuickUnlock(made.store, made.act(), keystore);
  const quick = (personId = made.person.id) => closedAfter(openQuickly(made.folder, { personId, keystore, origin: 'desktop', now: noon }));
  const unlocking = { personId: made.person.id, passphrase, origin: 'desktop', now: noon, cost: cheap } as const;
  return { ...made, keystore, quick, unlocking };
}

test('the keystore opens the practice, and the sign-in is told of', async () => {
  const { store, quick, person } = await practice();
  closeStore(store);
  const opened = quick();
  expect(opened.person).toEqual(person);
  expect(readTrail(opened.store.reading, { limit: 2 }).map(({ action }) => action)).toEqual([
    'session.sign-in',
    'person.enable-quick-unlock',
  ]);
});

test('a keystore that forgot loses nothing: the passphrase opens', async () => {
  const { store, quick, keystore, folder, unlocking } = await practice();
  closeStore(store);
  keystore.empty();
  expect(() => quick()).toThrow(failing('wrong-passphrase'));
  closedAfter(await openPractice(folder, unlocking));
});

test('after a new database key the keystore’s is no longer taken', async () => {
  const { store, quick, folder, unlocking } = await practice();
  closeStore(store);
  await rotateDatabaseKey(folder, unlocking);
  expect(() => quick()).toThrow(failing('wrong-passphrase'));
  closedAfter(await openPractice(folder, unlocking));
});

test('who is removed, or has it turned off, does not unlock quickly', async () => {
  const { store, act, quick, keystore, folder, person } = await practice();
  const nurse = await addPerson(store, act(), { name: 'Ben', roles: ['assistant'], passphrase: 'second passphrase', cost: cheap });
  enableQuickUnlock(store, act(nurse.id), keystore);
  expect(quickUnlockers(folder)).toEqual([person.id, nurse.id]);
  removePerson(store, act(), nurse.id);
  expect(quickUnlockers(folder)).toEqual([person.id]);
  disableQuickUnlock(store, act(), person.id);
  closeStore(store);
  for (const id of [person.id, nurse.id]) expect(() => quick(id)).toThrow(failing('wrong-passphrase'));
});
