import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson, removePerson } from '../../../db/access.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { quickUnlockers } from '../../../db/keys/quick-slots.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { disableQuickUnlock, enableQuickUnlock, openQuickly } from '../../../db/quick-unlock.ts';
import { rotateDatabaseKey } from '../../../db/rotate-key.ts';
import { createKeystore } from '../../fixtures/keystore-in-memory.ts';
import { cheap, closedAfter, newPractice, noon, passphrase } from './practice-for-tests.ts';

const failing = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

async function practice() {
  const made = await newPractice();
  const keystore = createKeystore();
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
  keystore.forget();
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

test.each(['null', '[]', '5', '{', '{"x":5}'])(
  'a file of the keystore’s that says %s holds nobody, and the passphrase opens',
  async (text) => {
    const { store, quick, folder, unlocking } = await practice();
    closeStore(store);
    writeFileSync(join(folder, 'quick-unlock.json'), text);
    expect(quickUnlockers(folder)).toEqual([]);
    expect(() => quick()).toThrow(failing('wrong-passphrase'));
    closedAfter(await openPractice(folder, unlocking));
  },
);
