import type Database from 'better-sqlite3';
import { Failure } from '../../shared/contract/failure.ts';
import { schemaVersion } from '../migrate/released.ts';
import { carriedTables, type TransferEnd, type TransferHead, type TransferRow } from './carried.ts';
import { readLines } from './read-lines.ts';

const rowsInOneGo = 5000;

/** A line that cannot be: its number stands in `limit`, its content nowhere. */
function refused(line: number): Failure {
  return new Failure('invalid', { field: 'file', limit: String(line) });
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(line);
  }
}

function assertHead(head: Partial<TransferHead> | null): void {
  if (typeof head?.format !== 'string' || !/^cauda-practice\/\d+$/u.test(head.format)) throw refused(1);
  if (head.format !== 'cauda-practice/1' || head.schemaVersion === undefined || head.schemaVersion > schemaVersion)
    throw new Failure('store-newer');
}

/** One row into its table; a column that an older version did not have takes the schema's default. */
function loader(client: Database.Database): (row: TransferRow) => void {
  const known = new Map(carriedTables.map((table) => [table.name, table]));
  const statements = new Map<string, Database.Statement>();
  return ({ table, row }) => {
    const of = known.get(table);
    const columns = of?.columns.filter((column) => Object.hasOwn(row, column)) ?? [];
    if (of === undefined || columns.length !== Object.keys(row).length) throw new Error('Unknown table or column');
    const name = `${table} ${columns.join(' ')}`;
    let statement = statements.get(name);
    if (statement === undefined) {
      statement = client.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
      statements.set(name, statement);
    }
    statement.run(...columns.map((column) => row[column]));
  };
}

/**
 * Loads an export into an empty store, in flat memory, triggers and foreign keys off; the caller checks both after.
 * @throws Failure `invalid` with the line's number in `limit` where a line cannot be, `store-newer` where a newer version wrote the file
 */
export function loadRows(client: Database.Database, file: string): number {
  const load = loader(client);
  let line = 0;
  let rows = 0;
  let end: TransferEnd | null = null;
  client.exec('BEGIN');
  for (const text of readLines(file)) {
    line += 1;
    const value = parsed(text, line) as Partial<TransferHead & TransferRow & TransferEnd> | null;
    if (line === 1) {
      assertHead(value);
      continue;
    }
    if (end !== null || typeof value !== 'object' || value === null) throw refused(line);
    if (value.end === true) {
      end = value as TransferEnd;
      continue;
    }
    try {
      load(value as TransferRow);
    } catch {
      throw refused(line);
    }
    rows += 1;
    if (rows % rowsInOneGo === 0) client.exec('COMMIT; BEGIN');
  }
  client.exec('COMMIT');
  if (end === null || end.lines !== rows) throw refused(line);
  return rows;
}
