import { createSecretKey, type KeyObject } from 'node:crypto';
import { Failure } from '../../shared/contract/failure.ts';
import { canonicalJson, contentHash } from '../canonical-json.ts';
import type { Connection } from '../connection/connect.ts';
import { asFailure } from '../connection/failure-of.ts';
import { handleOf, type Reading, sqlReads, sqlWrites, type Writing } from '../connection/handles.ts';
import { assertSpace } from '../connection/space.ts';
import { insideOf, type Store } from '../connection/store.ts';
import type { Moment } from '../moment.ts';
import type { origins } from '../schema/audit.ts';
import { type AuditContent, chainHash, chainStart, headSeal, purposeKey } from './chain.ts';

export type Origin = (typeof origins)[number];

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

interface FoundEarlier {
  readonly action: string;
  readonly subjectId: string;
  readonly personId: string;
  readonly detail: string;
}

// Every write passes here, so these go past the query builder.
const lookUp = sqlReads((prepare) => ({
  head: prepare('select sequence, hash from audit_head where key = 1'),
  earlier: prepare('select action, subject_id as subjectId, person_id as personId, detail from audit where idempotency_id = ?'),
}));
const append = sqlWrites((prepare) => ({
  row: prepare(
    `insert into audit (sequence, at, at_offset, person_id, origin, action, subject, subject_id, patient_id, detail, content_hash, idempotency_id, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  head: prepare(
    `insert into audit_head (key, sequence, hash, seal) values (1, ?, ?, ?)
     on conflict (key) do update set sequence = excluded.sequence, hash = excluded.hash, seal = excluded.seal`,
  ),
}));

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
  const { row: addRow, head } = append(tx);
  addRow.run(
    row.sequence,
    row.at,
    row.atOffset,
    row.personId,
    row.origin,
    row.action,
    row.subject,
    row.subjectId,
    row.patientId,
    row.detail,
    row.contentHash,
    row.idempotencyId,
    hash,
  );
  head.run(row.sequence, hash, headSeal(sealKeyOf(store), row.sequence, hash));
}

/** What was carried out under this idempotency id before; null for a new intent. */
function earlierOf(reading: Reading, { idempotencyId, personId }: Act, action: string): Earlier | null {
  if (idempotencyId === null) return null;
  const earlier = lookUp(reading).earlier.get(idempotencyId) as FoundEarlier | undefined;
  if (earlier === undefined) return null;
  if (earlier.action !== action || earlier.personId !== personId) throw new Failure('invalid', { field: 'idempotencyId' });
  return { subjectId: earlier.subjectId, detail: JSON.parse(earlier.detail) };
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
  const inside = insideOf(store);
  return asFailure(() => {
    assertSpace(store, action);
    return inTransaction(inside.writer, () => {
      const reading = handleOf<Reading>(inside.writer, {});
      const earlier = earlierOf(reading, act, action);
      if (earlier !== null) return again(earlier, reading);
      const head = lookUp(reading).head.get() as { sequence: number; hash: string } | undefined;
      const tx = handleOf<Writing>(inside.writer, { auditSequence: (head?.sequence ?? 0) + 1, personId: act.personId, now: act.now });
      const done = change(tx);
      appendRow(tx, store, act, action, head?.hash ?? chainStart, done);
      return done.result;
    });
  }, inside.freeBytes);
}
