import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { connect } from '../connection/connect.ts';
import { asFailure, failureOf } from '../connection/failure-of.ts';
import { storeFile } from '../connection/open-store.ts';
import { carriedTables } from '../transfer/carried.ts';

/** What could be read of a damaged store. */
export interface Salvaged {
  readonly rows: number;
  /** Places where one or more rows could not be read. */
  readonly gaps: number;
}

/** Beyond this many keys in a row of which none can be read, a table is given up. */
const widestGap = 2 ** 20;

type Row = Readonly<Record<string, unknown>>;

function isDamage(error: unknown): boolean {
  return failureOf(error)?.code === 'store-damaged';
}

/** A table's rows by their key; past one that cannot be read, the next that can be is looked for in steps that double. */
function* readableRows(client: Database.Database, table: string, key: string, tellGap: () => void): Generator<Row> {
  let from = 0;
  let step = 1;
  while (step <= widestGap) {
    try {
      // Prepared anew each time: a statement that met a damaged page is of no more use.
      const row = client.prepare<[number], Row>(`select * from ${table} where ${key} >= ? order by ${key} limit 1`).get(from);
      if (row === undefined) return;
      yield row;
      from = Number(row[key]) + 1;
      step = 1;
    } catch (error) {
      if (!isDamage(error)) throw error;
      if (step === 1) tellGap();
      from += step;
      step *= 2;
    }
  }
}

/** Rows of a table that has no number for a key: as far as they go. */
function* rowsUntilDamage(client: Database.Database, table: string, tellGap: () => void): Generator<Row> {
  try {
    yield* client.prepare<[], Row>(`select * from ${table}`).iterate();
  } catch (error) {
    if (!isDamage(error)) throw error;
    tellGap();
  }
}

/**
 * Writes whatever can still be read of a damaged store as JSON lines, one row each, without changing the store. It is no whole export and is not
 * imported as one; it is so that nothing readable is lost.
 * @throws Failure `store-damaged` where not even the list of tables can be read
 */
export function salvage(order: { readonly folder: string; readonly databaseKey: Buffer; readonly file: string }): Salvaged {
  return asFailure(() => {
    const { client } = connect(storeFile(order.folder), order.databaseKey, 'read');
    const to = openSync(order.file, 'wx', 0o600);
    let rows = 0;
    let gaps = 0;
    const tellGap = () => {
      gaps += 1;
    };
    try {
      client.prepare('select count(*) from sqlite_schema').get();
      for (const { name, order: key } of carriedTables) {
        const readable = key.includes(',') ? rowsUntilDamage(client, name, tellGap) : readableRows(client, name, key, tellGap);
        for (const row of readable) {
          writeSync(to, `${JSON.stringify({ table: name, row })}\n`);
          rows += 1;
        }
      }
      fsyncSync(to);
      return { rows, gaps };
    } finally {
      closeSync(to);
      client.close();
    }
  });
}
