import { reads } from '../connection/handles.ts';
import type { Store } from '../connection/store.ts';
import { auditHead } from '../schema/tables.ts';
import { noteHead } from './known-head.ts';

const lookUp = reads((orm) => ({ head: orm.select().from(auditHead).prepare() }));

/** Notes the newest audit row beside the store, as often as somebody signs in, a backup is made and the store is closed. */
export function noteHeadOf(store: Store): void {
  const head = lookUp(store.reading).head.get();
  if (head !== undefined) noteHead(store.folder, { sequence: head.sequence, hash: head.hash, seal: head.seal });
}
