import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Moment } from '../moment.ts';
import type { Connection } from './connect.ts';

declare const mayRead: unique symbol;
declare const mayWrite: unique symbol;

/** What reading functions take. There is no way from it to a statement that writes, and its connection refuses one. */
export interface Reading {
  readonly [mayRead]: true;
}

/** What writing functions take. Only the audited transaction makes one, so a change without its audit row does not compile. */
export interface Writing extends Reading {
  readonly [mayWrite]: true;
  /** The audit row that this transaction writes at its end. */
  readonly auditSequence: number;
  readonly personId: string;
  readonly now: Moment;
}

type ReadOrm = Pick<BetterSQLite3Database, 'select' | 'selectDistinct'>;

const connections = new WeakMap<Reading, Connection>();

/** For the store and the audited transaction alone: ties a handle to its connection. */
export function handleOf<H extends Reading>(connection: Connection, fields: Omit<H, typeof mayRead | typeof mayWrite>): H {
  const handle = Object.freeze({ ...fields }) as unknown as H;
  connections.set(handle, connection);
  return handle;
}

function connectionOf(handle: Reading): Connection {
  const connection = connections.get(handle);
  if (connection === undefined) throw new Error('The store is closed');
  return connection;
}

function memo<H extends Reading, T>(build: (connection: Connection) => T): (handle: H) => T {
  const built = new WeakMap<Connection, T>();
  return (handle) => {
    const connection = connectionOf(handle);
    let statements = built.get(connection);
    if (statements === undefined) {
      statements = build(connection);
      built.set(connection, statements);
    }
    return statements;
  };
}

/** Statements that read, prepared once for each connection. */
export function reads<T>(build: (orm: ReadOrm) => T): (handle: Reading) => T {
  return memo(({ orm }) => build(orm));
}

/** Statements that write, prepared once for each connection. */
export function writes<T>(build: (orm: BetterSQLite3Database) => T): (handle: Writing) => T {
  return memo(({ orm }) => build(orm));
}

/** Reading statements in SQL's own words, for what the query builder cannot say (full-text search). They cannot change anything: SQLite is asked. */
export function sqlReads<T>(build: (prepare: (sql: string) => SqlRead) => T): (handle: Reading) => T {
  return memo(({ client }) =>
    build((sql) => {
      const statement = client.prepare(sql);
      if (!statement.readonly) throw new Error('A reading statement must not write');
      return {
        all: (...values) => statement.all(...values),
        get: (...values) => statement.get(...values),
        iterate: (...values) => statement.iterate(...values),
      };
    }),
  );
}
export interface SqlRead {
  all(...values: readonly unknown[]): unknown[];
  get(...values: readonly unknown[]): unknown;
  /** Row by row, in flat memory. */
  iterate(...values: readonly unknown[]): IterableIterator<unknown>;
}

/** Writing statements in SQL's own words. */
export function sqlWrites<T>(build: (prepare: (sql: string) => { run(...values: readonly unknown[]): void }) => T): (handle: Writing) => T {
  return memo(({ client }) =>
    build((sql) => {
      const statement = client.prepare(sql);
      return { run: (...values) => void statement.run(...values) };
    }),
  );
}
