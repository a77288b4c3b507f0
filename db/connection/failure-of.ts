import { statfsSync } from 'node:fs';
import { Failure } from '../../shared/contract/failure.ts';

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** The words that our triggers raise, as failures of the contract; the others only a fault of the program can raise. */
const raised = new Map([['signed', 'signed'] as const]);

/** What was there could not be read. Any other error of the disk came while writing, or while room was made for it. */
const unread = /^SQLITE_IOERR_(READ|SHORT_READ|SEEK|DATA|CORRUPTFS|IN_PAGE)$/u;

/** With less than this free, an error while writing is a full disk's, whatever else it is called: making the log's index fails so. */
const roomyBytes = 1024 * 1024;

/** Free bytes on a folder's disk; without end where that cannot be told, so that nothing is called full that may not be. */
export function freeBytesOn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/**
 * What an error of SQLite or of the file system means to the person; null where it is unforeseen. The error's own text stays behind:
 * it may name a path or quote a statement. `freeBytes` tells of the disk that it happened on: a failed write on one with room is no full disk's.
 */
export function failureOf(error: unknown, freeBytes: () => number = () => 0): Failure | null {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error) {
    const known = raised.get(error.message as 'signed');
    return known === undefined ? null : new Failure(known);
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new Failure('disk-full');
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new Failure('read-only');
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new Failure('store-damaged');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new Failure('store-in-use');
  if (unread.test(code)) return new Failure('store-damaged');
  if (code === 'SQLITE_IOERR_NOMEM') return null;
  if (code.startsWith('SQLITE_IOERR')) return new Failure(freeBytes() < roomyBytes ? 'disk-full' : 'read-only');
  return error instanceof Error && error.cause !== undefined ? failureOf(error.cause, freeBytes) : null;
}

/** Runs it, and throws a failure of the contract in place of an error that means one. */
export function asFailure<T>(run: () => T, freeBytes?: () => number): T {
  try {
    return run();
  } catch (error) {
    throw failureOf(error, freeBytes) ?? error;
  }
}
