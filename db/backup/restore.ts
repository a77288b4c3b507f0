import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { Failure } from '../../shared/contract/failure.ts';
import { verifyFolder } from '../audit/verify-folder.ts';
import { asFailure } from '../connection/failure-of.ts';
import { lockStore } from '../connection/lock.ts';
import { insideOf } from '../connection/store.ts';
import { assertSuitableFolder } from '../data-folder.ts';
import { closeStore, openPractice, type Unlocking } from '../practice.ts';
import { noteEvent } from '../records.ts';
import type { Manifest } from './manifest.ts';
import { unpackBackup } from './read-backup.ts';

const stampOf = (at: Date) => at.toISOString().replaceAll(/[-:]/gu, '').replace('T', '-').slice(0, 15);

/** Where the store that a restore replaces is kept. */
export function asideFolder(folder: string, at: Date): string {
  return `${folder.replace(/\.cauda$/u, '')}.before-restore-${stampOf(at)}.cauda`;
}

/**
 * Replaces a practice by a backup, database and log together: unpacked beside, opened with the passphrase, checked whole, and only then moved
 * into place. What was there is kept aside and never deleted. The practice must be closed.
 * @throws Failure `wrong-passphrase`, `slow-down`, `store-damaged`, `store-newer`, `store-in-use`, `disk-full`, `folder-unsuitable` for a new one; nothing has changed then
 */
export async function restoreBackup(archive: string, folder: string, unlocking: Unlocking): Promise<Manifest> {
  if (!existsSync(folder)) assertSuitableFolder(folder);
  const beside = `${folder}.${randomBytes(4).toString('hex')}.restoring`;
  try {
    const manifest = unpackBackup(archive, beside);
    const { store, person } = await openPractice(beside, unlocking);
    try {
      if (verifyFolder(beside, insideOf(store).databaseKey).problems.length > 0) throw new Failure('store-damaged');
      const { origin, now } = unlocking;
      const act = { personId: person.id, origin, now, idempotencyId: null };
      const detail = { madeAt: manifest.madeAt, head: manifest.head.sequence };
      noteEvent(store, act, 'practice.restore', { kind: 'practice', id: manifest.practice.id, patientId: null, detail });
    } finally {
      closeStore(store);
    }
    asFailure(() => {
      if (existsSync(folder)) {
        lockStore(folder).release();
        renameSync(folder, asideFolder(folder, unlocking.now.at));
      }
      renameSync(beside, folder);
    });
    return manifest;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
