import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { verifyAndReplay } from '../../../db/audit/verify-and-replay.ts';
import { keysInBackup, unlockBackup, unlockBackupByRecovery } from '../../../db/backup/keys-in-backup.ts';
import { unpackBackup } from '../../../db/backup/read-backup.ts';
import { openMakingPlace } from '../../../db/beside/making-place.ts';
import { storeFile } from '../../../db/connection/open-store.ts';
import { defaultDataFolder } from '../../../db/data-folder.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import { type Command, countedFor, type Run } from './command.ts';
import { printVerification } from './print-verification.ts';
import { askKey, askRecoveryKey, askUnlocking, Refused } from './who.ts';

/** A practice's folder, however it was named; null where it is none. */
function folderNamed(target: string): string | null {
  if (statSync(target).isDirectory()) return existsSync(storeFile(target)) ? target : null;
  return basename(target) === basename(storeFile(target)) ? dirname(target) : null;
}

async function ofFolder(command: Command, folder: string): Promise<number> {
  const { wishes, now, words } = command;
  const databaseKey = await askKey(folder, wishes, now, words);
  return printVerification(command, verifyAndReplay(folder, databaseKey, { isInUse: true }));
}

/** Unpacked in this computer's data folder, which is on a disk and has room, and removed after. */
async function ofBackup(command: Command, archive: string): Promise<number> {
  const { wishes, now, words } = command;
  const keys = keysInBackup(archive);
  const countedIn = countedFor(keys);
  const databaseKey = wishes.recovery
    ? await unlockBackupByRecovery(archive, await askRecoveryKey(now, words), countedIn)
    : await unlockBackup(archive, await askUnlocking(keys.people, wishes, now, words), countedIn);
  mkdirSync(defaultDataFolder(), { recursive: true });
  const place = openMakingPlace(join(defaultDataFolder(), 'verified'));
  try {
    const folder = join(place.folder, 'copy');
    unpackBackup(archive, folder);
    return printVerification(command, verifyAndReplay(folder, databaseKey));
  } finally {
    place.close();
  }
}

/** A practice's folder, the store in it, or a backup. */
export const verify: Run = async (command) => {
  const target = resolve(command.target);
  const { words } = command;
  if (!existsSync(target)) throw new Refused(words.say('store.verify-nothing', { target }));
  const folder = folderNamed(target);
  if (folder !== null) return ofFolder(command, folder);
  if (statSync(target).isDirectory()) throw new Refused(words.say('store.verify-what', { target }));
  try {
    return await ofBackup(command, target);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'store-damaged') throw error;
    throw new Refused(words.say(target.endsWith('.cauda-backup.tar') ? 'store.backup-damaged' : 'store.verify-what', { target }));
  }
};
