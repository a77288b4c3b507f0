import { Failure } from '../../shared/contract/failure.ts';

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** The words that our triggers raise, as failures of the contract; the others only a fault of the program can raise. */
const raised = new Map([['signed', 'signed'] as const]);

/**
 * What an error of SQLite or of the file system means to the person; null where it is unforeseen. The error's own text stays behind:
 * it may name a path or quote a statement.
 */
export function failureOf(error: unknown): Failure | null {
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
  // A disk that fails under a read or a write: what was acknowledged is safe, what is asked now is not.
  if (code.startsWith('SQLITE_IOERR')) return new Failure('store-damaged');
  return error instanceof Error && error.cause !== undefined ? failureOf(error.cause) : null;
}

/** Runs it, and throws a failure of the contract in place of an error that means one. */
export function asFailure<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw failureOf(error) ?? error;
  }
}
