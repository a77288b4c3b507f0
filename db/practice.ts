import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { Failure, type FailureCode } from '../shared/contract/failure.ts';
import type { Person, PersonRole } from '../shared/contract/values.ts';
import { noteHeadOf } from './audit/note-head-of.ts';
import { write } from './audit/write.ts';
import { backUpBeforeMigrating } from './backup/before-migrating.ts';
import { openMakingPlace } from './beside/making-place.ts';
import { madeIn, putInPlace } from './beside/put-in-place.ts';
import { connect, databaseKeyBytes } from './connection/connect.ts';
import { asFailure } from './connection/failure-of.ts';
import { createStoreFile, type OpenOptions, openStore, storeFile } from './connection/open-store.ts';
import { dismantle, isOpen, type Store } from './connection/store.ts';
import { keepRefused } from './keys/attempts.ts';
import { assertSealed, type KeyFile, readKeyFile, withSlot, writeKeyFile } from './keys/key-file.ts';
import { makeRecoveryKey, normalRecoveryKey } from './keys/recovery-key.ts';
import { settleRotation } from './keys/settle-rotation.ts';
import { currentCost, isOutdated, recoverySlot, type ScryptCost, slotUse, wrapKey } from './keys/slots.ts';
import { insertPerson, listPeople, personHere } from './people.ts';
import { insertPractice, practiceContent } from './practice-row.ts';
import { noteSignIn, type Whence } from './sign-in.ts';
import { assertSuitableFolder } from './suitable-folder.ts';
import { type ByPassphrase, unlockSlot } from './unlock-key.ts';

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

function worksHere(folder: string, databaseKey: Buffer, personId: string): boolean {
  return asFailure(() => {
    const { client } = connect(storeFile(folder), databaseKey, 'read');
    try {
      return client.prepare('select 1 from person where id = ? and removed_at is null').get(personId) !== undefined;
    } finally {
      client.close();
    }
  });
}

/**
 * Opens the store of a practice for somebody whose secret gave its key, a backup made before any migration. Whoever was removed is refused,
 * as by an older key file put beside the store, before anything is written; what is left is told of at the next sign-in.
 * @throws Failure `refused` as the caller says it, and what `openStore` throws
 */
export function openFor(
  folder: string,
  databaseKey: Buffer,
  { personId, origin, now, refused, ...options }: Whence & Opening & { readonly personId: string; readonly refused: FailureCode },
): Opened {
  const refuse = (): never => {
    keepRefused(folder, { who: personId, origin, now });
    throw new Failure(refused);
  };
  const beforeMigrating = (version: number) => {
    if (!worksHere(folder, databaseKey, personId)) refuse();
    backUpBeforeMigrating(folder, databaseKey, version);
  };
  const store = openStore(folder, databaseKey, { ...options, beforeMigrating });
  try {
    return { store, person: personHere(store.reading, personId) ?? refuse() };
  } catch (error) {
    dismantle(store);
    throw error;
  }
}

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
  const slots = { people: { [person.id]: own }, recovery };
  const unseen = made.demo ? {} : ({ recoveryUnseen: true } as const);
  const keys: KeyFile = { format: 'cauda-keys/1', practice, people: [person], slots, ...unseen };

  const place = openMakingPlace(folder);
  try {
    asFailure(() => {
      const making = madeIn(place.folder);
      mkdirSync(making);
      createStoreFile(making, databaseKey);
      writeKeyFile(making, keys, databaseKey);
      putInPlace(place.folder, folder);
    });
  } finally {
    place.close();
  }
  let store: Store | null = null;
  try {
    store = openStore(folder, databaseKey, { beforeMigrating: () => {} });
    const act = { personId: person.id, origin: made.origin, now: made.now, idempotencyId: null };
    write(
      store,
      act,
      'practice.create',
      (tx) => {
        insertPractice(tx, practice);
        insertPerson(tx, person);
        return {
          subject: { kind: 'practice', id: practice.id },
          patientId: null,
          content: practiceContent(tx),
          detail: { person },
          result: undefined,
        };
      },
      () => undefined,
    );
    noteHeadOf(store);
    return { store, person, recoveryKey };
  } catch (error) {
    // Nothing is in it yet: left there, it would stand in the way of the next attempt.
    if (store !== null) dismantle(store);
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** People and roles come from the store; the key file follows, should an interruption have parted them. */
export function reconcile(store: Store, folder: string, content: KeyFile, databaseKey: Buffer): void {
  const people = listPeople(store.reading).filter(({ id }) => content.slots.people[id] !== undefined);
  const slots = Object.fromEntries(
    people.flatMap(({ id }) => (content.slots.people[id] === undefined ? [] : [[id, content.slots.people[id]]])),
  );
  if (JSON.stringify([people, Object.keys(slots).sort()]) === JSON.stringify([content.people, Object.keys(content.slots.people).sort()]))
    return;
  writeKeyFile(folder, { ...content, people, slots: { ...content.slots, people: slots } }, databaseKey);
}

export interface Unlocking extends ByPassphrase, Opening {
  readonly cost?: ScryptCost;
}

/**
 * Unlocks and opens a practice for one person.
 * @throws Failure `wrong-passphrase`, also for whoever was removed, `slow-down`, and what `openStore` throws
 */
export async function openPractice(folder: string, unlocking: Unlocking): Promise<Opened> {
  const { personId, passphrase, now, origin, cost = currentCost, ...options } = unlocking;
  settleRotation(folder);
  const keys = readKeyFile(folder);
  const { result: databaseKey, wrongBefore } = await unlockSlot(keys.content, folder, unlocking);
  assertSealed(keys, databaseKey);
  const { practice, slots } = keys.content;
  const slot = slots.people[personId];
  const isDearEnough = slot === undefined || !isOutdated(slot, cost);
  const renewed = isDearEnough ? null : await wrapKey(databaseKey, passphrase, slotUse(practice.id, personId), cost);
  const opened = openFor(folder, databaseKey, { ...options, personId, origin, now, refused: 'wrong-passphrase' });
  try {
    const content = renewed === null ? keys.content : withSlot(keys.content, personId, renewed);
    if (renewed !== null) writeKeyFile(folder, content, databaseKey);
    reconcile(opened.store, folder, content, databaseKey);
    noteSignIn(opened.store, { personId, origin, now, wrongBefore });
    return opened;
  } catch (error) {
    dismantle(opened.store);
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
