import { keptForEver } from '../schema/triggers.ts';
import type { Row } from './rows-in-order.ts';
import type { Shape } from './shapes.ts';

/** Counts, while rows go by, how many of each table must have been there. */
export interface Reckoning {
  /** That a table had a row of this number, whether it is still there or not. */
  knew(table: string, number: number): void;
  saw(shape: Shape, row: Row): void;
  /** A row that is there and cannot be read whole. */
  broke(table: string, number: number | null): void;
  readonly rows: Readonly<Record<string, number>>;
  /** At least so many rows are missing, by table; what is whole is left out. */
  missing(): Readonly<Record<string, number>>;
}

const add = (counts: Record<string, number>, table: string, more = 1) => {
  counts[table] = (counts[table] ?? 0) + more;
};

const isOwnNumber = ({ isNumber, refersTo }: Shape['columns'][number]) => isNumber && refersTo === null;

/**
 * Rows that are never deleted are numbered from one without a gap, so that the highest number that anything tells of says how many there were;
 * other rows name them by it. An assessment also says how many answers it had, and whether it was signed. It is the least that can be missing:
 * of what nothing left tells of, nobody can know.
 */
export function reckonMissing(shapes: readonly Shape[]): Reckoning {
  const counted = shapes.filter(({ table, columns }) => keptForEver.includes(table) && columns.some(isOwnNumber)).map(({ table }) => table);
  // A practice has one row of its own, and somebody who made it.
  const highest: Record<string, number> = { practice: 1, person: 1 };
  const rows: Record<string, number> = {};
  const broken: Record<string, number> = {};
  const promised: Record<string, number> = {};
  const knew = (table: string, number: number) => {
    highest[table] = Math.max(highest[table] ?? 0, number);
  };
  return {
    knew,
    rows,
    saw({ table, columns }, row) {
      add(rows, table);
      for (const column of columns) {
        const value = row[column.name];
        const named = isOwnNumber(column) ? table : column.refersTo;
        if (typeof value === 'number' && named !== null) knew(named, value);
      }
      if (table !== 'assessment') return;
      add(promised, 'answer', Number(row.sequence));
      add(promised, 'signature', row.state === 'signed' ? 1 : 0);
    },
    broke(table, number) {
      add(broken, table);
      if (number !== null) knew(table, number);
    },
    missing() {
      const least = (table: string) => {
        const numbered = counted.includes(table) ? (highest[table] ?? 0) : 0;
        return Math.max(broken[table] ?? 0, Math.max(numbered, promised[table] ?? 0) - (rows[table] ?? 0));
      };
      const tables = [...new Set([highest, broken, promised].flatMap((counts) => Object.keys(counts)))];
      return Object.fromEntries(tables.map((table) => [table, least(table)] as const).filter(([, count]) => count > 0));
    },
  };
}
