import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { asideFolder, restoreBackup } from '../../../db/backup/restore.ts';
import { asFailure } from '../../../db/connection/failure-of.ts';
import { openPractice } from '../../../db/practice.ts';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import type { Caller } from '../caller.ts';
import { begin, costOf, type House, signOutHere, statusFor, whence } from '../house.ts';
import { archiveOf } from './backup-places.ts';
import { assertOwnerOfBackup } from './keys-in-backup.ts';

interface Restoring {
  readonly folder: string;
  readonly name: string;
  readonly personId: string;
  readonly passphrase: string;
}

/** The practice's own backups went aside with it, and belong to what took its place. */
function takeBackupsAlong(aside: string, folder: string): void {
  const [from, to] = [join(aside, 'backups'), join(folder, 'backups')];
  if (!existsSync(from)) return;
  asFailure(() => {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) if (!existsSync(join(to, name))) renameSync(join(from, name), join(to, name));
  });
}

/**
 * Puts a backup in the place of a practice and opens it for the owner who asked. The old store is kept aside.
 * @throws Failure `not-found`, `not-allowed`, `wrong-passphrase`, `slow-down` before anything is closed; `store-damaged`, `store-newer`,
 * `disk-full` with nothing replaced
 */
export async function restorePractice(
  house: House,
  caller: Caller,
  { personId, passphrase, ...which }: Restoring,
  into: string,
): Promise<{ readonly status: SessionStatus; readonly aside: string | null }> {
  const { practices, work, dataFolder } = house;
  const archive = archiveOf(which);
  const { now, origin } = whence(house, caller);
  const replaces = existsSync(into);
  await assertOwnerOfBackup(archive, { personId, passphrase, now: now.at, countedIn: replaces ? into : dataFolder });
  return work.run('restore', async () => {
    signOutHere(house, caller);
    practices.release();
    const unlocking = { personId, passphrase, origin, now, ...costOf(house) };
    await restoreBackup(archive, into, unlocking);
    const aside = asideFolder(into, now.at);
    if (replaces) takeBackupsAlong(aside, into);
    const { store, person } = await openPractice(into, unlocking);
    practices.keep(store);
    begin(house, store, person, caller);
    house.automatic.soonAnew(origin);
    return { status: statusFor(house, caller), aside: replaces ? aside : null };
  });
}
