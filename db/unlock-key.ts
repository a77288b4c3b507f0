import { Failure } from '../shared/contract/failure.ts';
import { type Counted, counted } from './keys/attempts.ts';
import { type KeyFile, readKeyFile } from './keys/key-file.ts';
import { normalRecoveryKey } from './keys/recovery-key.ts';
import { recoverySlot, slotUse, unwrapKey } from './keys/slots.ts';
import type { Whence } from './sign-in.ts';

export interface ByPassphrase extends Whence {
  readonly personId: string;
  readonly passphrase: string;
}
export interface ByRecoveryKey extends Whence {
  readonly recoveryKey: string;
}

/** Who has no slot shares one count: ids can be made up without end. */
const nobodyOfOurs = 'nobody';

/**
 * The database key out of a person's slot. Tries are counted and kept in the folder `countedIn`, for the audit of whoever opens it next.
 * @throws Failure `wrong-passphrase`, also where the person has no slot, and `slow-down`
 */
export function unlockSlot(
  keys: KeyFile,
  countedIn: string,
  { personId, passphrase, origin, now }: ByPassphrase,
): Promise<Counted<Buffer>> {
  const slot = keys.slots.people[personId];
  const tried = { who: personId, origin, now };
  if (slot === undefined)
    return counted(countedIn, { ...tried, countedAs: nobodyOfOurs }, () => Promise.reject(new Failure('wrong-passphrase')));
  return counted(countedIn, tried, () => unwrapKey(slot, passphrase, slotUse(keys.practice.id, personId)));
}

/** The same out of the slot of the printed recovery key. @throws Failure `invalid` where it was mistyped, and as `unlockSlot` */
export function unlockRecoverySlot(
  keys: KeyFile,
  countedIn: string,
  { recoveryKey, origin, now }: ByRecoveryKey,
): Promise<Counted<Buffer>> {
  const secret = normalRecoveryKey(recoveryKey);
  return counted(countedIn, { who: recoverySlot, origin, now }, () =>
    unwrapKey(keys.slots.recovery, secret, slotUse(keys.practice.id, recoverySlot)),
  );
}

/**
 * The database key of a practice, without opening it: for what must work on a store that does not open.
 * @throws Failure `store-missing`, `store-damaged`, and as `unlockSlot`
 */
export async function unlockKey(folder: string, given: ByPassphrase): Promise<Buffer> {
  return (await unlockSlot(readKeyFile(folder).content, folder, given)).result;
}

/** The same with the printed recovery key. @throws Failure `invalid` where it was mistyped, and as `unlockKey` */
export async function unlockKeyByRecovery(folder: string, given: ByRecoveryKey): Promise<Buffer> {
  return (await unlockRecoverySlot(readKeyFile(folder).content, folder, given)).result;
}
