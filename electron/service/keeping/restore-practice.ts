import { restoreBackup } from '../../../db/backup/restore.ts';
import { openPractice } from '../../../db/practice.ts';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import type { Caller } from '../caller.ts';
import { begin, costOf, type House, signOutHere, statusFor, whence } from '../house.ts';
import { archiveOf } from './backup-places.ts';

interface Restoring {
  readonly folder: string;
  readonly name: string;
  readonly personId: string;
  readonly passphrase: string;
}

/**
 * Puts a backup in the place of a practice and opens it for the owner who asked. The old store is kept aside, and stays open until the backup
 * was found whole.
 * @throws Failure `not-found`, and as `restoreBackup`
 */
export async function restorePractice(
  house: House,
  caller: Caller,
  { personId, passphrase, ...which }: Restoring,
  into: string,
): Promise<{ readonly status: SessionStatus; readonly aside: string | null }> {
  const { practices, work } = house;
  const archive = archiveOf(which);
  const { now, origin } = whence(house, caller);
  return work.run('restore', async () => {
    const unlocking = { personId, passphrase, origin, now, ...costOf(house) };
    const leave = () => {
      signOutHere(house, caller);
      practices.release();
    };
    const { aside } = await restoreBackup(archive, into, { ...unlocking, beforeReplacing: leave });
    const { store, person } = await openPractice(into, unlocking);
    practices.keep(store);
    begin(house, store, person, caller);
    house.automatic.soonAnew(origin);
    return { status: statusFor(house, caller), aside };
  });
}
