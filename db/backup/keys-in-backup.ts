import { Failure } from '../../shared/contract/failure.ts';
import { failureOf } from '../connection/failure-of.ts';
import { type KeyFile, parseKeyFile } from '../keys/key-file.ts';
import { type ByPassphrase, type ByRecoveryKey, unlockRecoverySlot, unlockSlot } from '../unlock-key.ts';
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
    return parseKeyFile(text).content;
  } catch (error) {
    throw failureOf(error) ?? new Failure('store-damaged');
  }
}

/**
 * The database key of a backup. Wrong tries are counted in `countedIn`, which outlasts them: a backup unpacked anew would count from nought
 * each time.
 * @throws Failure `wrong-passphrase`, `slow-down`, `store-damaged`
 */
export async function unlockBackup(archive: string, given: ByPassphrase, countedIn: string): Promise<Buffer> {
  return (await unlockSlot(keysInBackup(archive), countedIn, given)).result;
}

/** The same with the recovery key of the backup's day. @throws Failure `invalid` where it was mistyped, and as `unlockBackup` */
export async function unlockBackupByRecovery(archive: string, given: ByRecoveryKey, countedIn: string): Promise<Buffer> {
  return (await unlockRecoverySlot(keysInBackup(archive), countedIn, given)).result;
}
