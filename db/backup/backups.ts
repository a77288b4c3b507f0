import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import { noteHeadOf } from '../audit/note-head-of.ts';
import type { ReplayedVerification } from '../audit/verify-and-replay.ts';
import type { Act } from '../audit/write.ts';
import { asFailure } from '../connection/failure-of.ts';
import { storeFile } from '../connection/open-store.ts';
import { insideOf, type Store } from '../connection/store.ts';
import { readKeyFile } from '../keys/key-file.ts';
import { runJob } from '../off-thread/run-job.ts';
import { noteEvent } from '../records.ts';
import { tidySearch } from '../search/tidy-index.ts';
import { type Backup, backupsIn, clearHalfMade, newBackupFile, newestIn, thinBackups } from './backups-in.ts';
import { type BackupStage, makingFolder } from './make-backup.ts';
import { madeAtOf } from './manifest.ts';
import type { Certificate } from './rehearse.ts';
import { isBackupDue } from './retention.ts';

/** How far a backup is. */
export interface BackupProgress {
  readonly stage: BackupStage;
  readonly doneBytes: number;
  readonly ofBytes: number;
}

/** Archives that this process is at: what lies half made beside them is no kill's. */
const beingMade = new Set<string>();

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
const secretOf = (store: Store) => Uint8Array.from(insideOf(store).databaseKey);
const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** The practice's own folder for backups, on the same disk: a second folder or a stick should be given as well. */
export const ownBackupFolder = (store: Store) => join(store.folder, 'backups');

/**
 * Makes a verified backup while the practice is in use, and keeps 7 daily, 4 weekly and 12 monthly ones in that folder.
 * @throws Failure `file-not-written` where that folder is not there, `disk-full`, `read-only`, `store-damaged`
 */
export async function backUp(
  store: Store,
  act: Act,
  intoFolder: string,
  onProgress: (progress: BackupProgress) => void = () => {},
): Promise<Backup> {
  // A stick that is not plugged in: a folder made in its place would deceive.
  if (intoFolder !== ownBackupFolder(store) && !isFolder(intoFolder)) throw new Failure('file-not-written');
  const practiceId = readKeyFile(store.folder).content.practice.id;
  asFailure(() => clearHalfMade(intoFolder, practiceId, beingMade));
  const into = newBackupFile(intoFolder, practiceId, act.now.at);
  const ofBytes = sizeOf(storeFile(store.folder));
  let stage: BackupStage = 'copying';
  const tell = () => onProgress({ stage, doneBytes: Math.min(ofBytes, sizeOf(storeFile(makingFolder(into)))), ofBytes });
  const ticking = setInterval(tell, 200);
  beingMade.add(into);
  try {
    await tidySearch(store);
    const order = { kind: 'backup', folder: store.folder, databaseKey: secretOf(store), into, madeAt: act.now } as const;
    const manifest = await runJob(order, (next) => {
      stage = next;
      tell();
    });
    const { bytes, head } = manifest;
    noteEvent(store, act, 'practice.back-up', {
      kind: 'practice',
      id: practiceId,
      patientId: null,
      detail: { bytes, head: head.sequence },
    });
    noteHeadOf(store);
    thinBackups(intoFolder, practiceId, act.now);
    return { file: into, bytes: sizeOf(into), manifest };
  } finally {
    beingMade.delete(into);
    clearInterval(ticking);
  }
}

/**
 * Backs up into each of the folders in which today's is missing, such as the practice's own and a stick; gives those that were made. A folder
 * that cannot be written does not keep the others from theirs.
 * @throws the first folder's failure, after all were tried
 */
export async function backUpWhereDue(store: Store, act: Act, folders: readonly string[]): Promise<readonly Backup[]> {
  const practiceId = readKeyFile(store.folder).content.practice.id;
  const made: Backup[] = [];
  const failed: unknown[] = [];
  for (const folder of folders) {
    try {
      clearHalfMade(folder, practiceId, beingMade);
      const newest = newestIn(folder, practiceId, act.now);
      if (!isBackupDue(newest === null ? null : madeAtOf(newest.manifest), act.now)) continue;
      made.push(await backUp(store, act, folder));
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
  return made;
}

/** Opens the newest backup of a folder beside the practice and compares; null where there is none. The certificate is noted in the audit. */
export async function rehearseNewest(store: Store, act: Act, folder: string): Promise<Certificate | null> {
  const practiceId = readKeyFile(store.folder).content.practice.id;
  // Dated after now is better than none.
  const newest = newestIn(folder, practiceId, act.now) ?? backupsIn(folder, practiceId).find(({ manifest }) => manifest !== null);
  if (newest === undefined) return null;
  const certificate = await runJob({
    kind: 'rehearse',
    folder: store.folder,
    databaseKey: secretOf(store),
    archive: newest.file,
    rehearsedAt: act.now.at,
  });
  const { backup, passed } = certificate;
  noteEvent(store, act, 'practice.rehearse-restore', { kind: 'practice', id: practiceId, patientId: null, detail: { backup, passed } });
  return certificate;
}

/** Walks the audit and everything it tells of, and replays what was signed, beside the work. */
export function verifyStore(store: Store): Promise<ReplayedVerification> {
  return runJob({ kind: 'verify', folder: store.folder, databaseKey: secretOf(store) });
}

/** SQLite's quick check of a file that is too large to be checked before the first screen. */
export function isStoreSound(store: Store): Promise<boolean> {
  return runJob({ kind: 'check', folder: store.folder, databaseKey: secretOf(store) });
}
