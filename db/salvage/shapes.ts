import Database from 'better-sqlite3';
import { migrations } from '../migrate/released.ts';
import { carriedTables } from '../transfer/carried.ts';
import { isInteger, isReal, isText, type RecordHead, type Value } from './record.ts';

interface Column {
  readonly name: string;
  readonly type: 'INTEGER' | 'TEXT' | 'REAL';
  readonly required: boolean;
  /** Is the row's own number, and stands in the record as nothing. */
  readonly isNumber: boolean;
  /** What a row has that was written before the column was added. */
  readonly otherwise: Value;
  /** The table whose rows it names by their number; null where none. */
  readonly refersTo: string | null;
}

/** How the rows of one table are kept: in the table's own tree, or in one ordered by a key that is more than a number. */
export interface Shape {
  readonly table: string;
  readonly columns: readonly Column[];
  /** The columns that a row is known by. */
  readonly key: readonly string[];
  readonly keptByNumber: boolean;
}

type Info = { name: string; type: Column['type']; notnull: number; dflt_value: string | null; pk: number };

function shapeOf(client: Database.Database, table: string): Shape | null {
  const listed = client.prepare<[string], { wr: number }>("select wr from pragma_table_list where schema = 'main' and name = ?").get(table);
  if (listed === undefined) return null;
  const keptByNumber = listed.wr === 0;
  const info = client.prepare<[string], Info>('select name, type, "notnull", dflt_value, pk from pragma_table_info(?)').all(table);
  const references = client.prepare<[string], { from: string; table: string }>('select "from", "table" from pragma_foreign_key_list(?)');
  const referred = new Map(references.all(table).map(({ from, table: to }) => [from, to]));
  const key = info.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
  // Without a number of its own a row is kept by its key, whose columns lead the record.
  const kept = keptByNumber ? info : [...key, ...info.filter(({ pk }) => pk === 0)];
  return {
    table,
    keptByNumber,
    key: key.map(({ name }) => name),
    columns: kept.map(({ name, type, notnull, dflt_value: otherwise, pk }) => ({
      name,
      type,
      required: notnull === 1,
      isNumber: keptByNumber && pk > 0,
      otherwise: otherwise === null ? null : (client.prepare(`select ${otherwise}`).pluck().get() as Value),
      refersTo: referred.get(name) ?? (name === 'audit_sequence' ? 'audit' : null),
    })),
  };
}

function shapesAt(version: number): readonly Shape[] {
  const client = new Database(':memory:');
  try {
    for (const { sql } of migrations.slice(0, version)) client.exec(sql);
    return carriedTables.flatMap(({ name }) => shapeOf(client, name) ?? []);
  } finally {
    client.close();
  }
}

/**
 * The tables of a store, as the program's own migrations make them at its schema version; where that is not known, at every version, the newest
 * first.
 */
export function shapesOf(version: number | null): readonly Shape[] {
  if (version !== null) return shapesAt(version);
  const newestFirst = migrations.map(({ number }) => number).reverse();
  const every = newestFirst.flatMap((each) => shapesAt(each)).map((shape) => [JSON.stringify(shape), shape] as const);
  return [...new Map(every.reverse()).values()].reverse();
}

function takes({ type, required, isNumber, otherwise }: Column, kind: number | undefined): boolean {
  if (kind === undefined) return !required || otherwise !== null;
  if (kind === 0) return isNumber || !required;
  if (isNumber) return false;
  // A number without a fraction is kept as a whole one, whatever its column.
  return type === 'TEXT' ? isText(kind) : isInteger(kind) || (type === 'REAL' && isReal(kind));
}

/** Whether a record can be a row of the table. */
export function fits({ columns }: Shape, { kinds }: RecordHead): boolean {
  return kinds.length <= columns.length && columns.every((column, index) => takes(column, kinds[index]));
}

/** Names the values of a record that fits. */
export function rowOf({ columns }: Shape, number: number | null, values: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    columns.map(({ name, isNumber, otherwise }, index) => [
      name,
      isNumber ? number : values[index] === undefined ? otherwise : values[index],
    ]),
  );
}
