import { randomUUID, timingSafeEqual } from 'node:crypto';
import { Failure } from '../shared/contract/failure.ts';
import type { Person, PersonRole } from '../shared/contract/values.ts';
import { type Act, type Done, write } from './audit/write.ts';
import type { Writing } from './connection/handles.ts';
import { insideOf, type Store } from './connection/store.ts';
import { keepRefused } from './keys/attempts.ts';
import { type KeyFile, readKeyFile, withRecoverySeen, withSlot, writeKeyFile } from './keys/key-file.ts';
import { forgetQuickSlots } from './keys/quick-slots.ts';
import { makeRecoveryKey, normalRecoveryKey } from './keys/recovery-key.ts';
import { currentCost, recoverySlot, type ScryptCost, slotUse, wrapKey } from './keys/slots.ts';
import { insertPerson, listPeople, markPersonRemoved, personHere, readPerson, writeRoles } from './people.ts';
import { changePracticeName, practiceContent } from './practice-row.ts';
import { noteSignIn, tellFailedAttempts } from './sign-in.ts';
import { type ByPassphrase, unlockSlot } from './unlock-key.ts';

const keysOf = (store: Store) => readKeyFile(store.folder).content;

/** Changes store and key file together: the file is replaced inside the transaction and put back where that cannot be committed. */
function writeWithKeys<T>(store: Store, act: Act, action: string, change: (tx: Writing) => Done<T>, keys: (now: KeyFile) => KeyFile): T {
  const { databaseKey } = insideOf(store);
  const before = keysOf(store);
  let replaced = false;
  try {
    return write(
      store,
      { ...act, idempotencyId: null },
      action,
      (tx) => {
        const done = change(tx);
        writeKeyFile(store.folder, keys(before), databaseKey);
        replaced = true;
        return done;
      },
      () => {
        throw new Failure('invalid', { field: 'idempotencyId' });
      },
    );
  } catch (error) {
    if (replaced) writeKeyFile(store.folder, before, databaseKey);
    throw error;
  }
}

/** A wrong passphrase is one audit row, at once; so is any that was tried before and is not told of yet. */
async function assertPassphrase(store: Store, given: ByPassphrase): Promise<number> {
  const { result: key, wrongBefore } = await unlockSlot(keysOf(store), store.folder, given).catch((error) => {
    tellFailedAttempts(store);
    throw error;
  });
  const same = timingSafeEqual(key, insideOf(store).databaseKey);
  key.fill(0);
  if (!same) throw new Failure('store-damaged');
  return wrongBefore;
}

/**
 * Lets a person in again while the store is open, as after the idle lock.
 * @throws Failure `wrong-passphrase`, also for whoever was removed, and `slow-down`
 */
export async function checkPassphrase(store: Store, given: ByPassphrase): Promise<Person> {
  const { personId, origin, now } = given;
  const wrongBefore = await assertPassphrase(store, given);
  const person = personHere(store.reading, personId);
  if (person === null) {
    keepRefused(store.folder, { who: personId, origin, now });
    tellFailedAttempts(store);
    throw new Failure('wrong-passphrase');
  }
  noteSignIn(store, { personId, origin, now, wrongBefore });
  return person;
}

/** Adds a person with a passphrase and a key slot of their own. */
export async function addPerson(
  store: Store,
  act: Act,
  added: { readonly name: string; readonly roles: readonly PersonRole[]; readonly passphrase: string; readonly cost?: ScryptCost },
): Promise<Person> {
  const person: Person = { id: randomUUID(), name: added.name, roles: [...added.roles] };
  const use = slotUse(keysOf(store).practice.id, person.id);
  const slot = await wrapKey(insideOf(store).databaseKey, added.passphrase, use, added.cost ?? currentCost);
  return writeWithKeys(
    store,
    act,
    'person.add',
    (tx) => {
      insertPerson(tx, person);
      return { subject: { kind: 'person', id: person.id }, patientId: null, content: person, result: person };
    },
    (keys) => ({ ...withSlot(keys, person.id, slot), people: [...keys.people, person] }),
  );
}

/** @throws Failure `wrong-passphrase` where the old one is wrong, `slow-down` */
export async function changePassphrase(
  store: Store,
  act: Act,
  {
    newPassphrase,
    cost = currentCost,
    ...old
  }: Pick<ByPassphrase, 'personId' | 'passphrase'> & { readonly newPassphrase: string; readonly cost?: ScryptCost },
): Promise<void> {
  const wrongBefore = await assertPassphrase(store, { ...old, origin: act.origin, now: act.now });
  const slot = await wrapKey(insideOf(store).databaseKey, newPassphrase, slotUse(keysOf(store).practice.id, old.personId), cost);
  writeWithKeys(
    store,
    act,
    'person.change-passphrase',
    () => ({
      subject: { kind: 'person', id: old.personId },
      patientId: null,
      content: null,
      detail: { wrongBefore },
      result: undefined,
    }),
    (keys) => withSlot(keys, old.personId, slot),
  );
}

/**
 * Gives a person a passphrase without knowing an old one: for whoever lost it, or came with an import and has no key slot yet. An owner's to do.
 * @throws Failure `not-found`
 */
export async function givePassphrase(
  store: Store,
  act: Act,
  {
    personId,
    newPassphrase,
    cost = currentCost,
  }: { readonly personId: string; readonly newPassphrase: string; readonly cost?: ScryptCost },
): Promise<void> {
  const person = listPeople(store.reading).find(({ id }) => id === personId);
  if (person === undefined) throw new Failure('not-found');
  const slot = await wrapKey(insideOf(store).databaseKey, newPassphrase, slotUse(keysOf(store).practice.id, personId), cost);
  writeWithKeys(
    store,
    act,
    'person.give-passphrase',
    () => ({ subject: { kind: 'person', id: personId }, patientId: null, content: null, result: undefined }),
    (keys) => {
      const others = keys.people.filter(({ id }) => id !== personId);
      return { ...withSlot(keys, personId, slot), people: [...others, person] };
    },
  );
}

/** The practice keeps somebody who may do everything. @throws Failure `invalid` where it would not */
function assertOwnerBeside(tx: Writing, personId: string): void {
  if (!listPeople(tx).some(({ id, roles }) => id !== personId && roles.includes('owner')))
    throw new Failure('invalid', { field: 'personId' });
}

/**
 * Changes what a person does here, in the store and where the unlock screen reads it.
 * @throws Failure `invalid` where no owner would be left, `not-found`
 */
export function changeRoles(
  store: Store,
  act: Act,
  { personId, roles }: { readonly personId: string; readonly roles: readonly PersonRole[] },
): Person {
  return writeWithKeys(
    store,
    act,
    'person.change-roles',
    (tx) => {
      const before = readPerson(tx, personId);
      if (before.roles.includes('owner') && !roles.includes('owner')) assertOwnerBeside(tx, personId);
      const person: Person = { ...before, roles: [...roles] };
      writeRoles(tx, person);
      const detail = { from: before.roles, to: person.roles };
      return { subject: { kind: 'person', id: personId }, patientId: null, content: person, detail, result: person };
    },
    (keys) => ({ ...keys, people: keys.people.map((each) => (each.id === personId ? { ...each, roles: [...roles] } : each)) }),
  );
}

/**
 * Takes a person's key slot away; what they recorded keeps their name. Whoever copied the store and knew the passphrase can still open that
 * copy: rotate the database key as well where that matters.
 * @throws Failure `invalid` for the last owner, `not-found`
 */
export function removePerson(store: Store, act: Act, personId: string): void {
  forgetQuickSlots(store.folder, personId);
  writeWithKeys(
    store,
    act,
    'person.remove',
    (tx) => {
      const gone = readPerson(tx, personId);
      if (gone.roles.includes('owner')) assertOwnerBeside(tx, personId);
      markPersonRemoved(tx, personId);
      return { subject: { kind: 'person', id: personId }, patientId: null, content: gone, result: undefined };
    },
    (keys) => {
      const { [personId]: _, ...slots } = keys.slots.people;
      return { ...keys, people: keys.people.filter(({ id }) => id !== personId), slots: { ...keys.slots, people: slots } };
    },
  );
}

/** Makes a new recovery key, given once; the printed old one no longer opens this store. */
export async function newRecoveryKey(store: Store, act: Act, cost: ScryptCost = currentCost): Promise<string> {
  const recoveryKey = makeRecoveryKey();
  const use = slotUse(keysOf(store).practice.id, recoverySlot);
  const recovery = await wrapKey(insideOf(store).databaseKey, normalRecoveryKey(recoveryKey), use, cost);
  return writeWithKeys(
    store,
    act,
    'practice.new-recovery-key',
    () => ({ subject: { kind: 'practice', id: keysOf(store).practice.id }, patientId: null, content: null, result: recoveryKey }),
    (keys) => ({ ...keys, slots: { ...keys.slots, recovery }, recoveryUnseen: true }),
  );
}

/** That somebody keeps the recovery key that was made last: until then nobody may have seen it. Said again, it changes nothing. */
export function keepRecoveryKey(store: Store, act: Act): void {
  if (keysOf(store).recoveryUnseen !== true) return;
  writeWithKeys(
    store,
    act,
    'practice.keep-recovery-key',
    () => ({ subject: { kind: 'practice', id: keysOf(store).practice.id }, patientId: null, content: null, result: undefined }),
    withRecoverySeen,
  );
}

/** Changes the practice's name, also where the unlock screen reads it. */
export function renamePractice(store: Store, act: Act, name: string): void {
  writeWithKeys(
    store,
    act,
    'practice.rename',
    (tx) => {
      changePracticeName(tx, name);
      return {
        subject: { kind: 'practice', id: keysOf(store).practice.id },
        patientId: null,
        content: practiceContent(tx),
        detail: { name },
        result: undefined,
      };
    },
    (keys) => ({ ...keys, practice: { ...keys.practice, name } }),
  );
}
