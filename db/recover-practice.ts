import { dismantle } from './connection/store.ts';
import { assertSealed, readKeyFile, withRecoverySeen, withSlot, writeKeyFile } from './keys/key-file.ts';
import { settleRotation } from './keys/settle-rotation.ts';
import { currentCost, type ScryptCost, slotUse, wrapKey } from './keys/slots.ts';
import { type Opened, type Opening, openFor, reconcile } from './practice.ts';
import { noteSignIn } from './sign-in.ts';
import { type ByRecoveryKey, unlockRecoverySlot } from './unlock-key.ts';

export interface Recovering extends ByRecoveryKey, Opening {
  readonly personId: string;
  readonly newPassphrase: string;
  readonly cost?: ScryptCost;
}

/**
 * Opens a practice with the printed recovery key, and sets a new passphrase for one person.
 * @throws Failure `invalid` where the key was mistyped, `wrong-passphrase` where it is another practice's, `slow-down`, `not-found` where the
 * person does not work here, or no longer
 */
export async function recoverPractice(folder: string, recovering: Recovering): Promise<Opened> {
  const { recoveryKey, personId, newPassphrase, origin, now, cost = currentCost, ...options } = recovering;
  settleRotation(folder);
  const keys = readKeyFile(folder);
  const { result: databaseKey, wrongBefore } = await unlockRecoverySlot(keys.content, folder, { recoveryKey, origin, now });
  assertSealed(keys, databaseKey);
  const slot = await wrapKey(databaseKey, newPassphrase, slotUse(keys.content.practice.id, personId), cost);
  const opened = openFor(folder, databaseKey, { ...options, personId, origin, now, refused: 'not-found' });
  try {
    // Whoever types it keeps it.
    const content = withRecoverySeen(withSlot(keys.content, personId, slot));
    writeKeyFile(folder, content, databaseKey);
    reconcile(opened.store, folder, content, databaseKey);
    noteSignIn(opened.store, { personId, origin, now, wrongBefore, by: 'session.recover' });
    return opened;
  } catch (error) {
    dismantle(opened.store);
    throw error;
  }
}
