import { Failure } from '../../shared/contract/failure.ts';
import { insideOf, type Store } from './store.ts';

/** Below this, no record is written any more. */
const forRecords = 16 * 1024 * 1024;
/** The rest is kept for the rows that tell who came, read and took away: a nearly full disk keeps nobody from reading a record. */
const forTelling = 1024 * 1024;

/** Rows of the audit that come alone: nothing else is written with them. */
const tells = /^(session|record|document|audit)\.|^practice\.(back-up|rehearse-restore|restore|export|plan-backups)$/u;

const knownForMilliseconds = 500;

/**
 * Refuses to begin a write on a nearly full disk: SQLite needs room for its log to stay whole. Where there was enough, it is not asked again
 * for half a second.
 * @throws Failure `disk-full`
 */
export function assertSpace(store: Store, action: string): void {
  const inside = insideOf(store);
  const needed = tells.test(action) ? forTelling : forRecords;
  const now = performance.now();
  if (inside.space.bytes >= needed && now - inside.space.at < knownForMilliseconds) return;
  inside.space = { bytes: inside.freeBytes(), at: now };
  if (inside.space.bytes < needed) throw new Failure('disk-full');
}
