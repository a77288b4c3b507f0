import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { Failure } from '../shared/contract/failure.ts';
import { headSeal, purposeKey } from './audit/chain.ts';
import { type Head, noteHead } from './audit/known-head.ts';
import { copyStore } from './backup/copy-store.ts';
import { databaseKeyBytes } from './connection/connect.ts';
import { failureOf } from './connection/failure-of.ts';
import { lockStore } from './connection/lock.ts';
import { storeFile } from './connection/open-store.ts';
import { insideOf } from './connection/store.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from './keys/key-file.ts';
import { makeRecoveryKey, normalRecoveryKey } from './keys/recovery-key.ts';
import { nextKeysFolder, nextStoreFile, settleLocked } from './keys/settle-rotation.ts';
import { currentCost, recoverySlot, slotUse, wrapKey } from './keys/slots.ts';
import { runJob } from './off-thread/run-job.ts';
import { closeStore, openPractice, type Unlocking } from './practice.ts';
import { noteEvent } from './records.ts';

/** Changes the key of a closed copy, and seals its audit with the new one; gives the newest row, so sealed. */
function rekey(file: string, oldKey: Buffer, newKey: Buffer): Head {
  const client = new Database(file);
  try {
    client.pragma("cipher = 'sqlcipher'");
    client.pragma(`key = "x'${oldKey.toString('hex')}'"`);
    client.pragma('temp_store = MEMORY');
    client.pragma('journal_mode = DELETE');
    client.pragma('synchronous = FULL');
    client.pragma(`rekey = "x'${newKey.toString('hex')}'"`);
    const head = client.prepare('select sequence, hash from audit_head').get() as { sequence: number; hash: string } | undefined;
    if (head === undefined) throw new Failure('store-damaged');
    const seal = headSeal(purposeKey(newKey, 'audit-head'), head.sequence, head.hash);
    client.prepare('update audit_head set seal = ?').run(seal);
    client.pragma('journal_mode = WAL');
    return { ...head, seal };
  } finally {
    client.close();
  }
}

/**
 * Gives a practice a new database key, as after somebody left who may have a copy: every page is encrypted anew, beside the old file, checked
 * whole, and only then moved into its place. Old passphrases of others no longer open it: each is given a new one after (`givePassphrase`);
 * older backups still open with the passphrases of their day. The practice must be closed.
 * @returns the new recovery key, given once; until somebody keeps it (`keepRecoveryKey`), the key file says that nobody does
 * @throws Failure `wrong-passphrase`, `slow-down`, `store-in-use`, `disk-full`, `store-damaged` where anything in it is not as it was written;
 * all keys are then as they were
 */
export async function rotateDatabaseKey(folder: string, unlocking: Unlocking): Promise<string> {
  const { personId, passphrase, origin, now, cost = currentCost } = unlocking;
  const { store, person } = await openPractice(folder, unlocking);
  const newKey = randomBytes(databaseKeyBytes);
  const recoveryKey = makeRecoveryKey();
  try {
    const { practice } = readKeyFile(folder).content;
    const [own, recovery] = await Promise.all([
      wrapKey(newKey, passphrase, slotUse(practice.id, personId), cost),
      wrapKey(newKey, normalRecoveryKey(recoveryKey), slotUse(practice.id, recoverySlot), cost),
    ]);
    const act = { personId, origin, now, idempotencyId: null };
    noteEvent(store, act, 'practice.rotate-key', { kind: 'practice', id: practice.id, patientId: null });
    const next = nextStoreFile(folder);
    copyStore(storeFile(folder), insideOf(store).databaseKey, next);
    noteHead(nextKeysFolder(folder), rekey(next, insideOf(store).databaseKey, newKey));
    const copy = { kind: 'verify-copy', folder: nextKeysFolder(folder), databaseKey: Uint8Array.from(newKey) } as const;
    if ((await runJob(copy)).problems.length > 0) throw new Failure('store-damaged');
    const slots = { people: { [personId]: own }, recovery };
    const keys: KeyFile = { format: 'cauda-keys/1', practice, people: [person], slots, recoveryUnseen: true };
    closeStore(store);
    const lock = lockStore(folder);
    try {
      writeKeyFile(nextKeysFolder(folder), keys, newKey);
      settleLocked(folder, 'finish');
    } finally {
      lock.release();
    }
    return recoveryKey;
  } catch (error) {
    closeStore(store);
    settleLocked(folder, 'undo');
    throw failureOf(error) ?? error;
  }
}
