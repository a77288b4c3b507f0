import { type Reading, reads, sqlReads } from '../connection/handles.ts';
import { insideOf, type Store } from '../connection/store.ts';
import { auditHead } from '../schema/tables.ts';
import { purposeKey } from './chain.ts';
import { isSealed, notedHead, noteHead } from './known-head.ts';

const lookUp = reads((orm) => ({ head: orm.select().from(auditHead).prepare() }));
const inSql = sqlReads((prepare) => ({ hash: prepare('select hash from audit where sequence = ?') }));

/** Notes the newest audit row beside the store, as often as somebody signs in, a backup is made and the store is closed. */
export function noteHeadOf(store: Store): void {
  const head = lookUp(store.reading).head.get();
  if (head !== undefined) noteHead(store.folder, head);
}

/** What is wrong with the note that is found beside a store when somebody signs in. */
export type NoteFault =
  | 'missing' // none, or none of this program's: an older copy put in the store's place could not be told
  | 'newer'; // it knows a row that the store does not have: the store is an older copy, or another

const hashAt = (reading: Reading, sequence: number) => (inSql(reading).hash.get(sequence) as { hash: string } | undefined)?.hash;

/** For the row of the sign-in, before the note is written anew; nothing where the note fits. */
export function noteFault(store: Store): { readonly note?: NoteFault } {
  const noted = notedHead(store.folder);
  if (noted === null || !isSealed(noted, purposeKey(insideOf(store).databaseKey, 'audit-head'))) return { note: 'missing' };
  return hashAt(store.reading, noted.sequence) === noted.hash ? {} : { note: 'newer' };
}
