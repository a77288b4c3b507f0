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

/** Where its key file waits; that being there says that the new store is whole. */
export const nextKeysFolder = nextFolder;

/**
 * Finishes a change of the database key that was interrupted, or undoes it where it had not got far enough. Three steps, each one rename: the
 * new store is whole once its key file is there; then it takes the old one's place; then its key file does. Whatever stands between is told by
 * which of the two still waits.
 */
export function settleLocked(folder: string, wish: 'finish' | 'undo'): void {
  if (!existsSync(nextFolder(folder))) return;
  const [nextStore, nextKeys] = [join(nextFolder(folder), 'store.db'), join(nextFolder(folder), 'keys.json')];
  const moved = existsSync(nextKeys) && !existsSync(nextStore);
  if (moved || (existsSync(nextKeys) && wish === 'finish')) {
    if (!moved) {
      // The old log belongs to the old file: a new one beside it would be taken for its own.
      for (const left of ['-wal', '-shm']) rmSync(`${storeFile(folder)}${left}`, { force: true });
      renameSync(nextStore, storeFile(folder));
    }
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
