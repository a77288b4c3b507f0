import { randomBytes } from 'node:crypto';
import { Failure } from '../shared/contract/failure.ts';
import { noteHead } from './audit/known-head.ts';
import { databaseKeyBytes } from './connection/connect.ts';
import { failureOf } from './connection/failure-of.ts';
import { lockStore } from './connection/lock.ts';
import { insideOf } from './connection/store.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from './keys/key-file.ts';
import { makeRecoveryKey, normalRecoveryKey } from './keys/recovery-key.ts';
import { nextKeysFolder, nextStoreFile, settleLocked } from './keys/settle-rotation.ts';
import { currentCost, recoverySlot, slotUse, wrapKey } from './keys/slots.ts';
import { runJob } from './off-thread/run-job.ts';
import { closeStore, openPractice, type Unlocking } from './practice.ts';
import { noteEvent } from './records.ts';

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
    const [oldBytes, newBytes] = [Uint8Array.from(insideOf(store).databaseKey), Uint8Array.from(newKey)];
    const into = nextStoreFile(folder);
    noteHead(nextKeysFolder(folder), await runJob({ kind: 'encrypt-anew', folder, databaseKey: oldBytes, newKey: newBytes, into }));
    const copy = { kind: 'verify-copy', folder: nextKeysFolder(folder), databaseKey: newBytes } as const;
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
