import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkedContents } from '../../../db/backup/manifest.ts';
import { failureOf } from '../../../db/connection/failure-of.ts';
import { lockStore } from '../../../db/connection/lock.ts';
import { storeFile } from '../../../db/connection/open-store.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import { assertSealed, readKeyFile } from '../../../db/keys/key-file.ts';
import { schemaVersion } from '../../../db/migrate/released.ts';
import { salvage } from '../../../db/salvage/salvage.ts';
import { unlockKey, unlockKeyByRecovery } from '../../../db/unlock-key.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import { sayLosses } from '../../../shared/messages/say-losses.ts';
import { lossesOf, rowsSaved } from '../../service/keeping/losses-of.ts';
import { type Command, practiceOf, type Run } from './command.ts';
import { askRecoveryKey, askUnlocking, isOwner, Refused } from './who.ts';

/** What is saved is every patient in plain text, as in an export: an owner's, by what the sealed key file says, or the recovery key's. */
async function askOwnersKey({ wishes, now, words }: Command, folder: string): Promise<Buffer> {
  if (wishes.recovery) return unlockKeyByRecovery(folder, await askRecoveryKey(now, words));
  const { people } = describePractice(folder);
  const unlocking = await askUnlocking(people, wishes, now, words);
  if (!people.some((person) => person.id === unlocking.personId && isOwner(person))) throw new Failure('not-allowed');
  const databaseKey = await unlockKey(folder, unlocking);
  assertSealed(readKeyFile(folder), databaseKey);
  return databaseKey;
}

/** @throws Failure `store-missing`, `store-newer` */
function isWhole(folder: string, databaseKey: Buffer): boolean {
  if (!existsSync(storeFile(folder))) throw new Failure('store-missing');
  try {
    const { schemaVersion: found } = checkedContents(folder, databaseKey);
    if (found > schemaVersion) throw new Failure('store-newer');
    return true;
  } catch (error) {
    if (failureOf(error)?.code === 'store-damaged') return false;
    throw error;
  }
}

/** Whatever can still be read of a damaged store. Of a whole one everything leaves by the export, of which its trail tells. */
export const salvaging: Run = async (command) => {
  const { words, print } = command;
  const folder = practiceOf(command);
  const databaseKey = await askOwnersKey(command, folder);
  const file = resolve(command.target);
  // Its pages must not change while they are read.
  const lock = lockStore(folder);
  try {
    if (isWhole(folder, databaseKey)) throw new Refused(words.say('store.salvage-whole'));
    const salvaged = await salvage({ folder, databaseKey, file });
    print(words.say('salvage.saved', { rows: rowsSaved(salvaged), file }));
    for (const sentence of sayLosses(words, lossesOf(salvaged))) print(sentence);
    return 0;
  } finally {
    lock.release();
    databaseKey.fill(0);
  }
};
