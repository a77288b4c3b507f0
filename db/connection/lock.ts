import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Failure } from '../../shared/contract/failure.ts';

/** Held while the practice is open. */
export interface StoreLock {
  release(): void;
}

/**
 * Locks the practice's folder for this process with an operating system's lock, through an empty SQLite file: it dies with the process,
 * so none is ever left over. SQLite's own lock on the store would let a second process in between two writes.
 * @throws Failure `store-in-use` where another has it.
 */
export function lockStore(folder: string): StoreLock {
  const client = new Database(join(folder, 'lock.db'), { timeout: 0 });
  try {
    client.pragma('journal_mode = MEMORY');
    client.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    client.close();
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY') ? new Failure('store-in-use') : error;
  }
  return { release: () => void client.close() };
}
