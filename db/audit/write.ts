import { createSecretKey, type KeyObject } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Failure } from '../../shared/contract/failure.ts';
import { canonicalJson, contentHash } from '../canonical-json.ts';
import type { Connection } from '../connection/connect.ts';
import { asFailure } from '../connection/failure-of.ts';
import { handleOf, type Reading, reads, type Writing, writes } from '../connection/handles.ts';
import { assertSpace, insideOf, type Store } from '../connection/store.ts';
import type { Moment } from '../moment.ts';
import { audit, auditHead } from '../schema/tables.ts';
import { type AuditContent, chainHash, chainStart, headSeal, purposeKey } from './chain.ts';

export type Origin = 'desktop' | 'browser' | 'command-line';

/** Who acts, when, from where; `idempotencyId` is the caller's, new for each intent and null where asking twice is harmless. */
export interface Act {
  readonly personId: string;
  readonly origin: Origin;
  readonly now: Moment;
  readonly idempotencyId: string | null;
}

/** What was done to what. `content` is the row as written (null where none was): its hash stands in the audit row. */
export interface Done<T> {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly patientId: string | null;
  readonly content: unknown;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly result: T;
}

/** An audit row found by the idempotency id: the same intent was carried out before. */
export interface Earlier {
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const lookUp = reads((orm) => ({
  head: orm.select().from(auditHead).where(eq(auditHead.key, 1)).prepare(),
  earlier: orm
    .select({ action: audit.action, subjectId: audit.subjectId, personId: audit.personId, detail: audit.detail })
    .from(audit)
    .where(eq(audit.idempotencyId, sql.placeholder('id')))
    .prepare(),
}));

const append = writes((orm) => ({
  row: orm
    .insert(audit)
    .values({
      sequence: sql.placeholder('sequence'),
      at: sql.placeholder('at'),
      atOffset: sql.placeholder('atOffset'),
      personId: sql.placeholder('personId'),
      origin: sql.placeholder('origin'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
      subjectId: sql.placeholder('subjectId'),
      patientId: sql.placeholder('patientId'),
      detail: sql.placeholder('detail'),
      contentHash: sql.placeholder('contentHash'),
      idempotencyId: sql.placeholder('idempotencyId'),
      hash: sql.placeholder('hash'),
    })
    .prepare(),
  head: orm
    .insert(auditHead)
    .values({ key: 1, sequence: sql.placeholder('sequence'), hash: sql.placeholder('hash'), seal: sql.placeholder('seal') })
    .onConflictDoUpdate({
      target: auditHead.key,
      set: { sequence: sql`excluded.sequence`, hash: sql`excluded.hash`, seal: sql`excluded.seal` },
    })
    .prepare(),
}));

/** Kept as a key object: a buffer would be made into a key anew for each row. */
const sealKeys = new WeakMap<Store, KeyObject>();
function sealKeyOf(store: Store): KeyObject {
  let key = sealKeys.get(store);
  if (key === undefined) {
    key = createSecretKey(purposeKey(insideOf(store).databaseKey, 'audit-head'));
    sealKeys.set(store, key);
  }
  return key;
}

const transactions = new WeakMap<Connection, (run: () => unknown) => unknown>();
/** Takes the write lock at once, so that no read inside can be outrun by another connection; part of the one that `together` has begun. */
function inTransaction<T>(connection: Connection, run: () => T): T {
  if (connection.client.inTransaction) return run();
  let transaction = transactions.get(connection);
  if (transaction === undefined) {
    transaction = connection.client.transaction((inner: () => unknown) => inner()).immediate;
    transactions.set(connection, transaction);
  }
  return transaction(run) as T;
}

function appendRow(tx: Writing, store: Store, act: Act, action: string, previousHash: string, done: Done<unknown>): void {
  const row: AuditContent = {
    sequence: tx.auditSequence,
    at: act.now.at.getTime(),
    atOffset: act.now.offsetMinutes,
    personId: act.personId,
    origin: act.origin,
    action,
    subject: done.subject.kind,
    subjectId: done.subject.id,
    patientId: done.patientId,
    detail: canonicalJson(done.detail ?? {}),
    contentHash: done.content === null ? '' : contentHash(done.content),
    idempotencyId: act.idempotencyId,
  };
  const hash = chainHash(previousHash, row);
  append(tx).row.run({ ...row, hash });
  append(tx).head.run({ sequence: row.sequence, hash, seal: headSeal(sealKeyOf(store), row.sequence, hash) });
}

/**
 * The only way to change a practice: runs the change and writes its audit row in one durable transaction; on disk when this returns. Asked
 * again with the same idempotency id it changes nothing, and `again` gives the reply that was lost.
 * @throws Failure as the change says, and `disk-full`, `read-only`, `store-damaged`; nothing is written then.
 */
export function write<T>(
  store: Store,
  act: Act,
  action: string,
  change: (tx: Writing) => Done<T>,
  again: (earlier: Earlier, reading: Reading) => T,
): T {
  return asFailure(() => {
    const inside = insideOf(store);
    assertSpace(inside);
    return inTransaction(inside.writer, () => {
      const reading = handleOf<Reading>(inside.writer, {});
      const [earlier] = act.idempotencyId === null ? [] : lookUp(reading).earlier.all({ id: act.idempotencyId });
      if (earlier !== undefined) {
        if (earlier.action !== action || earlier.personId !== act.personId) throw new Failure('invalid', { field: 'idempotencyId' });
        return again({ subjectId: earlier.subjectId, detail: JSON.parse(earlier.detail) }, reading);
      }
      const head = lookUp(reading).head.get();
      const tx = handleOf<Writing>(inside.writer, { auditSequence: (head?.sequence ?? 0) + 1, personId: act.personId, now: act.now });
      const done = change(tx);
      appendRow(tx, store, act, action, head?.hash ?? chainStart, done);
      return done.result;
    });
  });
}
