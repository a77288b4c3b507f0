import { readArchive } from '../../../db/backup/archive.ts';
import { failureOf } from '../../../db/connection/failure-of.ts';
import { counted } from '../../../db/keys/attempts.ts';
import type { KeyFile } from '../../../db/keys/key-file.ts';
import { unwrapKey } from '../../../db/keys/slots.ts';
import { slotUse } from '../../../db/practice.ts';
import { Failure } from '../../../shared/contract/failure.ts';

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

interface Given {
  readonly personId: string;
  readonly passphrase: string;
  readonly now: Date;
  /** Where wrong passphrases are counted: a backup unpacked anew would count from nought each time. */
  readonly countedIn: string;
}

/**
 * Whether somebody owned the practice on the backup's day and has their passphrase of that day; tried before anything is closed.
 * @throws Failure `not-allowed`, `wrong-passphrase`, `slow-down`, `store-damaged`
 */
export async function assertOwnerOfBackup(archive: string, { personId, passphrase, now, countedIn }: Given): Promise<void> {
  const keys = keysInBackup(archive);
  const owner = keys.people.find(({ id }) => id === personId);
  if (owner === undefined || !owner.roles.includes('owner')) throw new Failure('not-allowed');
  const slot = keys.slots.people[personId];
  if (slot === undefined) throw new Failure('wrong-passphrase');
  const { result } = await counted(countedIn, personId, now, () => unwrapKey(slot, passphrase, slotUse(keys.practice.id, personId)));
  result.fill(0);
}
