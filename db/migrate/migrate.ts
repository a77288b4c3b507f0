import type Database from 'better-sqlite3';
import { searchTables } from '../schema/search-index.ts';
import { triggers } from '../schema/triggers.ts';
import type { Migration } from './released.ts';

export type Counts = ReadonlyMap<string, number>;

const tableNames = (client: Database.Database) =>
  client
    .prepare<[], { name: string }>(
      "select name from sqlite_schema where type = 'table' and sql not like 'CREATE VIRTUAL%' and name not like 'sqlite_%'",
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !/^patient_(word|part)_/u.test(name));

/** Rows of every table of ours. */
export function rowCounts(client: Database.Database): Counts {
  return new Map(
    tableNames(client).map((name) => [
      name,
      client.prepare<[], { rows: number }>(`select count(*) as rows from "${name}"`).get()?.rows ?? 0,
    ]),
  );
}

/** The store's schema version: the number of the last migration it has had; 0 in a new file. */
export function versionOf(client: Database.Database): number {
  return client.pragma('user_version', { simple: true }) as number;
}

/** Sets triggers and search tables as they stand in the program: a rebuilt table has lost its own. */
export function setProtections(client: Database.Database): void {
  const names = client.prepare<[], { name: string }>("select name from sqlite_schema where type = 'trigger'").all();
  for (const { name } of names) client.exec(`drop trigger "${name}"`);
  for (const sql of [...searchTables, ...triggers]) client.exec(sql);
}

/**
 * Brings the schema to the newest version, all or nothing: in one transaction, with foreign keys off on the connection before it begins
 * (inside one that pragma does nothing, and dropping a rebuilt table would take its children along), and committed only when every
 * foreign key holds, no table has lost a row and none is gone that was not reviewed.
 * @throws Error where a check fails; the store is then as it was.
 */
export function migrate(client: Database.Database, steps: readonly Migration[], progress: (done: number, of: number) => void): void {
  const pending = steps.filter(({ number }) => number > versionOf(client));
  client.pragma('foreign_keys = OFF');
  try {
    client.exec('BEGIN IMMEDIATE');
    const before = rowCounts(client);
    for (const { name } of client.prepare<[], { name: string }>("select name from sqlite_schema where type = 'trigger'").all()) {
      client.exec(`drop trigger "${name}"`);
    }
    for (const [index, step] of pending.entries()) {
      progress(index, pending.length);
      client.exec(step.sql);
      client.pragma(`user_version = ${step.number}`);
    }
    setProtections(client);
    const broken = client.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error('Migration would break references');
    const after = rowCounts(client);
    const dropped = new Set(pending.flatMap(({ reviewedDrops }) => reviewedDrops));
    for (const [name, rows] of before) {
      const kept = after.has(name) ? after.get(name) === rows : dropped.has(name);
      if (!kept) throw new Error('Migration would lose rows');
    }
    client.exec('COMMIT');
    progress(pending.length, pending.length);
  } catch (error) {
    if (client.inTransaction) client.exec('ROLLBACK');
    throw error;
  } finally {
    client.pragma('foreign_keys = ON');
  }
}
