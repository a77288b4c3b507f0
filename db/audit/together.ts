import { asFailure } from '../connection/failure-of.ts';
import { insideOf, type Store } from '../connection/store.ts';

/**
 * Carries out several audited writes as one durable transaction, all of them or none: for bulk work such as filling a practice. Each keeps
 * its own audit row; nothing of it is on disk, nor seen by `store.reading`, before this returns. A write that fails must not be caught in
 * `run`: it takes the others back with it.
 */
export function together<T>(store: Store, run: () => T): T {
  return asFailure(() => insideOf(store).writer.client.transaction(run).immediate());
}
