import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockStore } from '../connection/lock.ts';

const storeFile = (folder: string) => join(folder, 'store.db');
const nextFolder = (folder: string) => join(folder, 'next-key');

/** Where the store encrypted anew waits to take the old one's place. */
export function nextStoreFile(folder: string): string {
  mkdirSync(nextFolder(folder), { recursive: true });
  return join(nextFolder(folder), 'store.db');
}

/** Where its key file waits, and the note of its newest audit row; the key file being there says that the new store is whole. */
export const nextKeysFolder = nextFolder;

/**
 * Finishes a change of the database key that was interrupted, or undoes it where it had not got far enough. The new store was found whole once
 * its key file is there; then, each by one rename, it takes the old one's place, its note does, and last its key file. Whatever stands between
 * is told by what still waits.
 */
export function settleLocked(folder: string, wish: 'finish' | 'undo'): void {
  if (!existsSync(nextFolder(folder))) return;
  const waiting = (name: string) => join(nextFolder(folder), name);
  const [nextStore, nextNote, nextKeys] = [waiting('store.db'), waiting('chain.json'), waiting('keys.json')];
  const moved = existsSync(nextKeys) && !existsSync(nextStore);
  if (moved || (existsSync(nextKeys) && wish === 'finish')) {
    if (!moved) {
      // The old log belongs to the old file: a new one beside it would be taken for its own.
      for (const left of ['-wal', '-shm']) rmSync(`${storeFile(folder)}${left}`, { force: true });
      renameSync(nextStore, storeFile(folder));
    }
    if (existsSync(nextNote)) renameSync(nextNote, join(folder, 'chain.json'));
    renameSync(nextKeys, join(folder, 'keys.json'));
  }
  rmSync(nextFolder(folder), { recursive: true, force: true });
}

/** The same before anything is read, unless another process has the practice and is about it. @throws Failure `store-in-use` */
export function settleRotation(folder: string): void {
  if (!existsSync(nextFolder(folder))) return;
  const lock = lockStore(folder);
  try {
    settleLocked(folder, 'finish');
  } finally {
    lock.release();
  }
}
