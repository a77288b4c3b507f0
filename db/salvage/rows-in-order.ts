import type { Run } from './find-runs.ts';
import type { PageSource } from './page-source.ts';
import { recordHead, type Value, valuesOf, wholeRecord } from './record.ts';
import { fits, rowOf, type Shape } from './shapes.ts';
import { treePage } from './tree-page.ts';

export type Row = Readonly<Record<string, Value>>;

interface Candidate {
  readonly row: Row;
  readonly key: readonly Value[];
  readonly inTree: boolean;
  /** The audit row that tells of it: of two versions the later has the higher. */
  readonly told: number;
}

function compare(one: readonly Value[], other: readonly Value[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? null;
    if (value !== against) return (value ?? '') < (against ?? '') ? -1 : 1;
  }
  return 0;
}

const isBetter = (one: Candidate, other: Candidate) => (one.inTree === other.inTree ? one.told > other.told : one.inTree);

interface Tell {
  /** A row that is there and cannot be read whole. */
  readonly broken: (number: number | null, unreadablePage: number | null) => void;
  readonly run: () => void;
}

function* candidatesOn(source: PageSource, shape: Shape, { page: number, inTree }: Run, tell: Tell): Generator<Candidate> {
  const page = source.read(number);
  for (const cell of (page === null ? null : treePage(page, number))?.cells ?? []) {
    const head = recordHead(cell);
    // Cells of another kind are none of this table's rows, but for what the tree itself says.
    if (head === null || !fits(shape, head)) {
      if (inTree) tell.broken(cell.number, null);
      continue;
    }
    let unreadable: number | null = null;
    const record = wholeRecord(source, cell, (missing) => {
      unreadable = missing;
    });
    const values = record === null ? null : valuesOf(record, head);
    if (values === null) {
      tell.broken(cell.number, unreadable);
      continue;
    }
    const row = rowOf(shape, cell.number, values);
    const told = Number(row.audit_sequence ?? 0);
    yield { row, key: shape.key.map((column) => row[column] ?? null), inTree, told };
  }
}

/**
 * The rows of a table, each once, in the order of their keys. Pages are taken by their first row, and rows wait only while a page that is still
 * to come may hold them in another version: in a whole tree that is one page's rows.
 */
export function* rowsInOrder(source: PageSource, shape: Shape, runs: readonly Run[], tell: Tell): Generator<Row> {
  const waiting = new Map<string, Candidate>();
  function take(below: number): readonly Row[] {
    const ready = [...waiting].filter(([, { key }]) => typeof key[0] === 'number' && key[0] < below);
    for (const [id] of ready) waiting.delete(id);
    return ready.sort(([, one], [, other]) => compare(one.key, other.key)).map(([, { row }]) => row);
  }
  for (const run of [...runs].sort((one, other) => one.first - other.first)) {
    yield* take(run.first);
    for (const candidate of candidatesOn(source, shape, run, tell)) {
      const id = JSON.stringify(candidate.key);
      const known = waiting.get(id);
      if (known === undefined || isBetter(candidate, known)) waiting.set(id, candidate);
    }
    tell.run();
  }
  const rest = [...waiting.values()].sort((one, other) => compare(one.key, other.key));
  for (const { row } of rest) yield row;
}
