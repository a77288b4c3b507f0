import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { keysInBackup } from '../../../db/backup/keys-in-backup.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { failureOf } from '../../../db/connection/failure-of.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import { countedFor, practiceOf, type Run } from './command.ts';
import { askUnlocking, isOwner, personOf } from './who.ts';

/** Whoever owned the practice once and does so no more replaces nothing. A practice that says no longer whose it is cannot be asked. */
function assertOwnerNow(folder: string, practiceId: string, personId: string): void {
  try {
    const { id, people } = describePractice(folder);
    if (id !== practiceId) throw new Failure('other-practice');
    if (!people.some((person) => person.id === personId && isOwner(person))) throw new Failure('not-allowed');
  } catch (error) {
    const code = failureOf(error)?.code;
    if (code !== 'store-damaged' && code !== 'store-missing') throw error;
  }
}

/** A backup in the place of its practice, or where there is none yet. Who may open it is told by the backup's own keys. */
export const restoring: Run = async (command) => {
  const { now, words, wishes, print } = command;
  const [folder, archive] = [practiceOf(command), resolve(command.target)];
  if (!existsSync(archive)) throw new Failure('not-found');
  const keys = keysInBackup(archive);
  const replaces = existsSync(folder);
  if (replaces) assertOwnerNow(folder, keys.practice.id, personOf(keys.people, wishes, words).id);
  const unlocking = await askUnlocking(keys.people, wishes, now, words);
  const { manifest, aside } = await restoreBackup(archive, folder, { ...unlocking, ...(replaces ? {} : { countedIn: countedFor(keys) }) });
  const facts = { madeAt: manifest.madeAt, patients: manifest.rows.patient ?? 0 };
  print(aside === null ? words.say('store.restored-anew', { ...facts, folder }) : words.say('store.restored', { ...facts, aside }));
  return 0;
};
