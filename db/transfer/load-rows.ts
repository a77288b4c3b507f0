import type Database from 'better-sqlite3';
import { failureOf } from '../connection/failure-of.ts';
import { carriedTables, type TransferEnd, type TransferRow } from './carried.ts';
import { asHead } from './export-head.ts';
import { parseLine } from './parse-line.ts';
import { NotALine, readLines } from './read-lines.ts';
import { refusedFile } from './refused-file.ts';

const rowsInOneGo = 5000;

/** One row into its table; a column that an older version did not have takes the schema's default. Null: there is no such table or column. */
function loader(client: Database.Database): (row: Partial<TransferRow>) => (() => void) | null {
  const known = new Map(carriedTables.map((table) => [table.name, table]));
  const statements = new Map<string, Database.Statement>();
  return ({ table = '', row }) => {
    const of = known.get(table);
    if (of === undefined || typeof row !== 'object' || row === null) return null;
    const columns = of.columns.filter((column) => Object.hasOwn(row, column));
    if (columns.length !== Object.keys(row).length || columns.length === 0) return null;
    const name = `${table} ${columns.join(' ')}`;
    let statement = statements.get(name);
    if (statement === undefined) {
      statement = client.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
      statements.set(name, statement);
    }
    const prepared = statement;
    return () => void prepared.run(...columns.map((column) => row[column]));
  };
}

/** A table's refusal is the line's fault; a disk's, or the new store's, is not. */
function faultOf(error: unknown, line: number): unknown {
  return failureOf(error) === null ? refusedFile('impossible', { line }) : error;
}

/**
 * Loads an export into an empty store, in flat memory, triggers and foreign keys off; the caller checks both after.
 * @throws Failure `file-refused` with the line's number in `limit` where a line cannot be, `store-newer` where a newer version wrote the file
 */
export function loadRows(client: Database.Database, file: string, onRead: (doneBytes: number) => void = () => {}): number {
  const load = loader(client);
  let line = 0;
  let rows = 0;
  let end: TransferEnd | null = null;
  const take = (text: string) => {
    const value = parseLine(text, line);
    if (line === 1) return void asHead(value);
    if (end !== null) throw refusedFile('trailing', { line });
    if (value.end === true) {
      end = value as TransferEnd;
      return;
    }
    const put = load(value);
    if (put === null) throw refusedFile('unknown', { line });
    try {
      put();
    } catch (error) {
      throw faultOf(error, line);
    }
    rows += 1;
    if (rows % rowsInOneGo === 0) client.exec('COMMIT; BEGIN');
  };
  client.exec('BEGIN');
  try {
    for (const text of readLines(file, onRead)) {
      line += 1;
      take(text);
    }
  } catch (error) {
    throw error instanceof NotALine ? refusedFile('binary', { line: line + 1 }) : error;
  }
  client.exec('COMMIT');
  if (line === 0) throw refusedFile('foreign');
  const counted = (end as TransferEnd | null)?.lines;
  if (counted === undefined) throw refusedFile('short', { line });
  if (counted !== rows) throw refusedFile('miscounted', { line });
  return rows;
}
