import { Failure } from '../../shared/contract/failure.ts';
import { failureOf } from '../connection/failure-of.ts';
import { counted } from '../keys/attempts.ts';
import type { KeyFile } from '../keys/key-file.ts';
import { normalRecoveryKey } from '../keys/recovery-key.ts';
import { unwrapKey } from '../keys/slots.ts';
import { recoverySlot, slotUse, type Unlocking } from '../practice.ts';
import { readArchive } from './archive.ts';

/** Who may open a backup; its front is read and nothing else. @throws Failure `store-damaged` where it is no backup */
export function keysInBackup(archive: string): KeyFile {
  let text = '';
  try {
    readArchive(
      archive,
      (name) => (name === 'keys.json' ? { text: (content) => (text = content) } : null),
      (name) => name === 'keys.json',
    );
    const { mac: _, ...keys } = JSON.parse(text);
    return keys;
  } catch (error) {
    throw failureOf(error) ?? new Failure('store-damaged');
  }
}

/**
 * The database key of a backup. Wrong tries are counted in `countedIn`, which outlasts them: a backup unpacked anew would count from nought
 * each time.
 * @throws Failure `wrong-passphrase`, `slow-down`, `store-damaged`
 */
export async function unlockBackup(
  archive: string,
  { personId, passphrase, now }: Pick<Unlocking, 'personId' | 'passphrase' | 'now'>,
  countedIn: string,
): Promise<Buffer> {
  const { practice, slots } = keysInBackup(archive);
  const slot = slots.people[personId];
  if (slot === undefined) throw new Failure('wrong-passphrase');
  const { result } = await counted(countedIn, personId, now.at, () => unwrapKey(slot, passphrase, slotUse(practice.id, personId)));
  return result;
}

/** The same with the recovery key of the backup's day. @throws Failure `invalid` where it was mistyped, and as `unlockBackup` */
export async function unlockBackupByRecovery(
  archive: string,
  { recoveryKey, now }: { readonly recoveryKey: string } & Pick<Unlocking, 'now'>,
  countedIn: string,
): Promise<Buffer> {
  const secret = normalRecoveryKey(recoveryKey);
  const { practice, slots } = keysInBackup(archive);
  const { result } = await counted(countedIn, recoverySlot, now.at, () =>
    unwrapKey(slots.recovery, secret, slotUse(practice.id, recoverySlot)),
  );
  return result;
}
