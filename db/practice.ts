import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { Failure } from '../shared/contract/failure.ts';
import type { Person, PersonRole } from '../shared/contract/values.ts';
import { noteHeadOf } from './audit/note-head-of.ts';
import { type Origin, write } from './audit/write.ts';
import { backUpBeforeMigrating } from './backup/before-migrating.ts';
import { databaseKeyBytes } from './connection/connect.ts';
import { asFailure } from './connection/failure-of.ts';
import { createStoreFile, type OpenOptions, openStore, storeFile } from './connection/open-store.ts';
import { dismantle, isOpen, type Store } from './connection/store.ts';
import { assertSuitableFolder } from './data-folder.ts';
import { counted } from './keys/attempts.ts';
import { assertSealed, type KeyFile, readKeyFile, writeKeyFile } from './keys/key-file.ts';
import { makeRecoveryKey, normalRecoveryKey } from './keys/recovery-key.ts';
import { settleRotation } from './keys/settle-rotation.ts';
import { currentCost, isOutdated, type ScryptCost, unwrapKey, wrapKey } from './keys/slots.ts';
import type { Moment } from './moment.ts';
import { insertPerson, listPeople, readPerson } from './people.ts';
import { insertPractice } from './practice-row.ts';
import { noteEvent } from './records.ts';

/** Where a call comes from and when. */
export interface Whence {
  readonly origin: Origin;
  readonly now: Moment;
}
export type Opening = Partial<Pick<OpenOptions, 'freeBytes' | 'steps' | 'progress'>>;

export interface NewPractice extends Whence {
  readonly practiceName: string;
  /** A throw-away practice of sample patients. */
  readonly demo: boolean;
  readonly person: { readonly name: string; readonly roles: readonly PersonRole[]; readonly passphrase: string };
  /** Dearer or cheaper key derivation than today's. */
  readonly cost?: ScryptCost;
}
export interface Opened {
  readonly store: Store;
  readonly person: Person;
}

/** What a slot is bound to, so that one person's cannot be passed off as another's. */
export const slotUse = (practiceId: string, owner: string) => `${practiceId} ${owner}`;
export const recoverySlot = 'recovery';

/** Opens the store of a practice whose key is known, a backup made before any migration. */
export const openUnlocked = (folder: string, databaseKey: Buffer, options: Opening) =>
  openStore(folder, databaseKey, { ...options, beforeMigrating: (version) => backUpBeforeMigrating(folder, databaseKey, version) });

/**
 * Makes a practice with its first person and its keys, and opens it. Built beside and moved into place when whole, so that an interruption
 * leaves no half. The recovery key is given once and kept nowhere.
 * @throws Failure `practice-exists` where the folder holds anything, `folder-unsuitable`, `disk-full`, `read-only`
 */
export async function createPractice(folder: string, made: NewPractice): Promise<Opened & { readonly recoveryKey: string }> {
  assertSuitableFolder(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Failure('practice-exists');
  const { cost = currentCost } = made;
  const databaseKey = randomBytes(databaseKeyBytes);
  const practice = { id: randomUUID(), name: made.practiceName, demo: made.demo };
  const person: Person = { id: randomUUID(), name: made.person.name, roles: [...made.person.roles] };
  const recoveryKey = makeRecoveryKey();
  const [own, recovery] = await Promise.all([
    wrapKey(databaseKey, made.person.passphrase, slotUse(practice.id, person.id), cost),
    wrapKey(databaseKey, normalRecoveryKey(recoveryKey), slotUse(practice.id, recoverySlot), cost),
  ]);
  const keys: KeyFile = { format: 'cauda-keys/1', practice, people: [person], slots: { people: { [person.id]: own }, recovery } };

  const making = `${folder}.${randomBytes(4).toString('hex')}.making`;
  asFailure(() => {
    try {
      mkdirSync(making, { recursive: true });
      createStoreFile(making, databaseKey);
      writeKeyFile(making, keys, databaseKey);
      if (existsSync(folder)) rmSync(folder, { recursive: true });
      renameSync(making, folder);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      throw error;
    }
  });
  const store = openUnlocked(folder, databaseKey, {});
  const act = { personId: person.id, origin: made.origin, now: made.now, idempotencyId: null };
  write(
    store,
    act,
    'practice.create',
    (tx) => {
      insertPractice(tx, practice);
      insertPerson(tx, person);
      return { subject: { kind: 'practice', id: practice.id }, patientId: null, content: null, detail: { person }, result: undefined };
    },
    () => undefined,
  );
  return { store, person, recoveryKey };
}

/** What stands on disk, before anybody has unlocked; sizes in bytes. @throws Failure `store-missing`, `store-damaged`, `store-newer` */
export function describePractice(folder: string): KeyFile['practice'] & { readonly people: readonly Person[]; readonly sizeBytes: number } {
  settleRotation(folder);
  const { content } = readKeyFile(folder);
  const sizes = [storeFile(folder), `${storeFile(folder)}-wal`].filter((file) => existsSync(file)).map((file) => statSync(file).size);
  return { ...content.practice, people: content.people, sizeBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** People and roles come from the store; the key file follows, should an interruption have parted them. */
function reconcile(store: Store, folder: string, content: KeyFile, databaseKey: Buffer): void {
  const people = listPeople(store.reading).filter(({ id }) => content.slots.people[id] !== undefined);
  const slots = Object.fromEntries(
    people.flatMap(({ id }) => (content.slots.people[id] === undefined ? [] : [[id, content.slots.people[id]]])),
  );
  if (JSON.stringify([people, Object.keys(slots).sort()]) === JSON.stringify([content.people, Object.keys(content.slots.people).sort()]))
    return;
  writeKeyFile(folder, { ...content, people, slots: { ...content.slots, people: slots } }, databaseKey);
}

export interface Unlocking extends Whence, Opening {
  readonly personId: string;
  readonly passphrase: string;
  readonly cost?: ScryptCost;
}

/**
 * Unlocks and opens a practice for one person.
 * @throws Failure `wrong-passphrase`, `slow-down`, and what `openStore` throws
 */
export async function openPractice(folder: string, unlocking: Unlocking): Promise<Opened> {
  const { personId, passphrase, now, origin, cost = currentCost, ...options } = unlocking;
  settleRotation(folder);
  const keys = readKeyFile(folder);
  const slot = keys.content.slots.people[personId];
  if (slot === undefined) throw new Failure('wrong-passphrase');
  const use = slotUse(keys.content.practice.id, personId);
  const { result: databaseKey, wrongBefore } = await counted(folder, personId, now.at, () => unwrapKey(slot, passphrase, use));
  assertSealed(keys, databaseKey);
  const renewed = isOutdated(slot, cost) ? await wrapKey(databaseKey, passphrase, use, cost) : slot;
  const store = openUnlocked(folder, databaseKey, options);
  try {
    const person = readPerson(store.reading, personId);
    const slots = { ...keys.content.slots, people: { ...keys.content.slots.people, [personId]: renewed } };
    if (renewed !== slot) writeKeyFile(folder, { ...keys.content, slots }, databaseKey);
    reconcile(store, folder, { ...keys.content, slots }, databaseKey);
    noteSignIn(store, { person, origin, now, wrongBefore });
    return { store, person };
  } catch (error) {
    dismantle(store);
    throw error;
  }
}

/**
 * The database key of a practice, without opening it: for what must work on a store that does not open. Told of in the next sign-in as one
 * more attempt where it fails.
 * @throws Failure `wrong-passphrase`, `slow-down`, `store-missing`, `store-damaged`
 */
export async function unlockKey(
  folder: string,
  { personId, passphrase, now }: Pick<Unlocking, 'personId' | 'passphrase' | 'now'>,
): Promise<Buffer> {
  const keys = readKeyFile(folder);
  const slot = keys.content.slots.people[personId];
  if (slot === undefined) throw new Failure('wrong-passphrase');
  const use = slotUse(keys.content.practice.id, personId);
  const { result } = await counted(folder, personId, now.at, () => unwrapKey(slot, passphrase, use));
  return result;
}

/** The same with the printed recovery key. @throws Failure `invalid` where it was mistyped, and as `unlockKey` */
export async function unlockKeyByRecovery(folder: string, recoveryKey: string, now: Moment): Promise<Buffer> {
  const secret = normalRecoveryKey(recoveryKey);
  const { practice, slots } = readKeyFile(folder).content;
  const use = slotUse(practice.id, recoverySlot);
  const { result } = await counted(folder, recoverySlot, now.at, () => unwrapKey(slots.recovery, secret, use));
  return result;
}

/** One audit row for the sign-in, telling also of the wrong passphrases before it, which no key could write down then. */
export function noteSignIn(
  store: Store,
  { person, origin, now, wrongBefore }: Whence & { readonly person: Person; readonly wrongBefore: number },
): void {
  const act = { personId: person.id, origin, now, idempotencyId: null };
  noteEvent(store, act, 'session.sign-in', { kind: 'person', id: person.id, patientId: null, detail: { wrongBefore } });
  noteHeadOf(store);
}

/**
 * Opens a practice with the printed recovery key, and sets a new passphrase for one person.
 * @throws Failure `invalid` where the key was mistyped, `wrong-passphrase` where it is another practice's, `slow-down`, `not-found`
 */
export async function recoverPractice(
  folder: string,
  recovering: Whence &
    Opening & { readonly recoveryKey: string; readonly personId: string; readonly newPassphrase: string; readonly cost?: ScryptCost },
): Promise<Opened> {
  const { recoveryKey, personId, newPassphrase, origin, now, cost = currentCost, ...options } = recovering;
  const secret = normalRecoveryKey(recoveryKey);
  settleRotation(folder);
  const keys = readKeyFile(folder);
  const { practice, slots } = keys.content;
  const { result: databaseKey, wrongBefore } = await counted(folder, recoverySlot, now.at, () =>
    unwrapKey(slots.recovery, secret, slotUse(practice.id, recoverySlot)),
  );
  assertSealed(keys, databaseKey);
  const slot = await wrapKey(databaseKey, newPassphrase, slotUse(practice.id, personId), cost);
  const store = openUnlocked(folder, databaseKey, options);
  try {
    const person = readPerson(store.reading, personId);
    const content = { ...keys.content, slots: { ...slots, people: { ...slots.people, [personId]: slot } } };
    writeKeyFile(folder, content, databaseKey);
    reconcile(store, folder, content, databaseKey);
    const act = { personId, origin, now, idempotencyId: null };
    noteEvent(store, act, 'session.recover', { kind: 'person', id: personId, patientId: null, detail: { wrongBefore } });
    return { store, person };
  } catch (error) {
    dismantle(store);
    throw error;
  }
}

/** Closes an open practice; its key is forgotten and the folder free for another process. */
export function closeStore(store: Store): void {
  try {
    if (isOpen(store)) noteHeadOf(store);
  } finally {
    dismantle(store);
  }
}
