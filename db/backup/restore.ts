import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import { noteKnownHead } from '../audit/known-head.ts';
import { openMakingPlace } from '../beside/making-place.ts';
import { madeIn, putInPlace, putInPlaceOf } from '../beside/put-in-place.ts';
import { asFailure, failureOf } from '../connection/failure-of.ts';
import { lockStore } from '../connection/lock.ts';
import { insideOf } from '../connection/store.ts';
import { forgetTold, handOnUntold } from '../keys/attempts.ts';
import { readKeyFile } from '../keys/key-file.ts';
import { runJob } from '../off-thread/run-job.ts';
import { closeStore, openPractice, type Unlocking } from '../practice.ts';
import { noteEvent } from '../records.ts';
import { assertSuitableFolder } from '../suitable-folder.ts';
import { keysInBackup, unlockBackup } from './keys-in-backup.ts';
import type { Manifest } from './manifest.ts';

const stampOf = (at: Date) => at.toISOString().replaceAll(/[-:]/gu, '').replace('T', '-').slice(0, 15);

/** Where the practice that a restore replaces is kept, by the second; a number tells two of one second apart. */
function asideFolder(folder: string, at: Date): string {
  const plain = `${folder.replace(/\.cauda$/u, '')}.before-restore-${stampOf(at)}`;
  for (let number = 1; ; number += 1) {
    const aside = `${plain}${number === 1 ? '' : `-${number}`}.cauda`;
    if (!existsSync(aside)) return aside;
  }
}

export interface Restoring extends Unlocking {
  /** Where wrong passphrases are counted: by default in the practice that is replaced, or in the folder that a new one comes into. */
  readonly countedIn?: string;
  /** Called when the backup was found whole, just before it takes the practice's place: whoever has that open closes it here. */
  readonly beforeReplacing?: () => void;
}
export interface Restored {
  readonly manifest: Manifest;
  /** Where the store that was replaced is kept; null where there was none. */
  readonly aside: string | null;
}

/** Null where there is no practice, or nothing tells which: what cannot be read is kept aside whatever it was. */
function practiceIdAt(folder: string): string | null {
  try {
    return readKeyFile(folder).content.practice.id;
  } catch (error) {
    if (failureOf(error) === null) throw error;
    return null;
  }
}

/**
 * Only a backup of the practice that is there takes its place, and only one who owned it on the backup's day puts it there.
 * @throws Failure `other-practice`, `not-allowed`
 */
function assertMayReplace(archive: string, folder: string, personId: string): void {
  const { practice, people } = keysInBackup(archive);
  const there = practiceIdAt(folder);
  if (there !== null && there !== practice.id) throw new Failure('other-practice');
  if (people.find(({ id }) => id === personId)?.roles.includes('owner') !== true) throw new Failure('not-allowed');
}

/**
 * Replaces a practice by a backup of it, database and log together, for one of its owners of the backup's day with their passphrase of that
 * day: unpacked beside, opened, checked whole, and only then moved into place. What was there is kept aside and never deleted, but for its
 * backups, which come along; what was tried on it in vain is told of in what takes its place. The practice must be closed, at the latest by `beforeReplacing`.
 * @throws Failure `other-practice`, `not-allowed`, `wrong-passphrase`, `slow-down`, `store-damaged`, `store-newer`, `store-in-use`,
 * `disk-full`, `folder-unsuitable` for a new one; nothing has changed then
 */
export async function restoreBackup(archive: string, folder: string, restoring: Restoring): Promise<Restored> {
  const replaces = existsSync(folder);
  const { countedIn = replaces ? folder : dirname(folder), beforeReplacing = () => {}, ...unlocking } = restoring;
  if (!replaces) assertSuitableFolder(folder);
  assertMayReplace(archive, folder, unlocking.personId);
  const databaseKey = await unlockBackup(archive, unlocking, countedIn);
  const place = openMakingPlace(folder);
  try {
    const beside = madeIn(place.folder);
    const manifest = await runJob({ kind: 'unpack', archive, folder: beside });
    // A backup whose store is another than its front says is refused by this note.
    noteKnownHead(beside, manifest.head, databaseKey);
    const handedOn = handOnUntold(countedIn, beside);
    const { store, person } = await openPractice(beside, unlocking);
    try {
      const copy = { kind: 'verify-copy', folder: beside, databaseKey: Uint8Array.from(insideOf(store).databaseKey) } as const;
      if ((await runJob(copy)).problems.length > 0) throw new Failure('store-damaged');
      const { origin, now } = unlocking;
      const act = { personId: person.id, origin, now, idempotencyId: null };
      const detail = { madeAt: manifest.madeAt, head: manifest.head.sequence };
      noteEvent(store, act, 'practice.restore', { kind: 'practice', id: manifest.practice.id, patientId: null, detail });
    } finally {
      closeStore(store);
    }
    beforeReplacing();
    return asFailure(() => {
      if (!replaces) {
        putInPlace(place.folder, folder);
        forgetTold(countedIn, handedOn);
        return { manifest, aside: null };
      }
      lockStore(folder).release();
      const aside = asideFolder(folder, unlocking.now.at);
      putInPlaceOf(place.folder, folder, aside);
      return { manifest, aside };
    });
  } finally {
    databaseKey.fill(0);
    place.close();
  }
}
