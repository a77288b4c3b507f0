import type { Act } from '../../db/audit/write.ts';
import type { Store } from '../../db/connection/store.ts';
import { signOut } from '../../db/records.ts';
import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';

/** Tells the audit that somebody left. A full disk cannot keep anybody signed in: then only the log tells of it. */
export function noteSignOut(store: Store, act: Act, log: Log): void {
  try {
    signOut(store, act);
  } catch (error) {
    log.error('sign-out-not-noted', describeError(error));
  }
}
