import { usableBytes } from './page-cipher.ts';
import type { PageSource } from './page-source.ts';
import { firstNumber, recordHead, valuesOf, wholeRecord } from './record.ts';
import { fits, type Shape, shapesOf } from './shapes.ts';
import { type Cell, type TreePage, treePage } from './tree-page.ts';

/** A page with rows of one table. */
export interface Run {
  readonly page: number;
  /** The first row's number, or the number that leads its key; 0 where a text does. */
  readonly first: number;
  /** The tree led to it. Else it was told by its rows alone, and may have been left behind. */
  readonly inTree: boolean;
}

/** What a page belongs to, as far as it is known: a table, or an index or another part from which no row can be lost. */
type Owner = Shape | 'no-rows' | null;

export interface Found {
  /** Of the store as it was, whether they are still there or not. */
  readonly pages: number;
  readonly shapes: readonly Shape[];
  readonly runs: ReadonlyMap<Shape, readonly Run[]>;
  /** By table, the highest number of a row that the trees' borders tell of. */
  readonly highest: ReadonlyMap<string, number>;
  /** Pages that cannot be read, each with what it belongs to. */
  readonly unreadable: Map<number, Owner>;
  readonly firstPageLost: boolean;
}

/** The number that a cell's row is sorted by among all; null where the cell is no row of that table. */
function orderOf(shape: Shape, cell: Cell): number | null {
  const head = recordHead(cell);
  if (head === null || !fits(shape, head) || (cell.number === null) === shape.keptByNumber) return null;
  if (shape.keptByNumber) return cell.number;
  return shape.columns[0]?.type === 'INTEGER' ? firstNumber(cell, head) : 0;
}

/** The table that most of a page's cells can be rows of; null where none can, as in an index. */
function tableBySight(shapes: readonly Shape[], { cells }: TreePage): Shape | null {
  const fitting = (shape: Shape) => cells.filter((cell) => orderOf(shape, cell) !== null).length;
  const best = shapes.map((shape) => ({ shape, cells: fitting(shape) })).sort((one, other) => other.cells - one.cells)[0];
  return best === undefined || best.cells === 0 ? null : best.shape;
}

/** The page that holds the store's head and leads to everything else; null where it is lost, even if nothing sealed it. */
function readFirstPage(source: PageSource): Buffer | null {
  const page = source.read(1);
  // The schema's format, and UTF-8: the same in every store of ours, and behind the encryption.
  return page !== null && page.readUInt32BE(44) === 4 && page.readUInt32BE(56) === 1 && treePage(page, 1) !== null ? page : null;
}

const seen = 1;
const free = 2;

/**
 * Finds every page with rows: first by the trees from their roots, as far as they lead; then among all pages that no tree led to, by the look of
 * what is in them. Keeps some bytes for each page, never its content.
 */
export function findRuns(source: PageSource, tellPage: () => void): Found {
  const firstPage = readFirstPage(source);
  const pages = Math.max(source.pages, source.checked && firstPage !== null ? firstPage.readUInt32BE(28) : 0);
  const marks = new Uint8Array(pages + 1);
  const unreadable = new Map<number, Owner>();
  const runs = new Map<Shape, Run[]>();
  const highest = new Map<string, number>();

  function readNew(number: number, owner: Owner): TreePage | null {
    if (number < 1 || number > pages || marks[number] !== 0) return null;
    const page = source.read(number);
    const tree = page === null ? null : treePage(page, number);
    if (page === null) unreadable.set(number, owner);
    // What is no page of a tree, though a tree led there, is left to be looked at by sight.
    if (page === null || tree !== null) {
      marks[number] = seen;
      tellPage();
    }
    return tree;
  }

  function addRun(shape: Shape, page: number, tree: TreePage, inTree: boolean): void {
    const row = tree.cells.find((cell) => orderOf(shape, cell) !== null);
    const first = row === undefined ? null : orderOf(shape, row);
    if (first === null) return;
    const known = runs.get(shape);
    if (known === undefined) runs.set(shape, [{ page, first, inTree }]);
    else known.push({ page, first, inTree });
  }

  function walk(root: number, owner: Owner, tell: (tree: TreePage, page: number) => void): void {
    const waiting = [root];
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      const tree = readNew(page, owner);
      if (tree === null) continue;
      tell(tree, page);
      for (let index = tree.children.length - 1; index >= 0; index -= 1) waiting.push(tree.children[index] ?? 0);
    }
  }

  /** The roots of the trees that the store's own list of them still names. */
  function namedTrees(): readonly { readonly type: string; readonly name: string; readonly root: number }[] {
    const named: { type: string; name: string; root: number }[] = [];
    walk(1, 'no-rows', ({ cells }) => {
      for (const cell of cells) {
        const head = recordHead(cell);
        const record = head === null ? null : wholeRecord(source, cell, () => {});
        const [type, name, , root] = (head === null || record === null ? null : valuesOf(record, head)) ?? [];
        if (typeof type === 'string' && typeof name === 'string' && typeof root === 'number' && root > 1) named.push({ type, name, root });
      }
    });
    return named;
  }

  function markFree(first: Buffer): void {
    const trunks = new Set<number>();
    for (let trunk = first.readUInt32BE(32); trunk >= 1 && trunk <= pages && !trunks.has(trunk); ) {
      trunks.add(trunk);
      const page = marks[trunk] === 0 ? source.read(trunk) : null;
      if (page === null) return;
      const count = Math.min(page.readUInt32BE(4), usableBytes / 4 - 2);
      const listed = Array.from({ length: count }, (_, index) => page.readUInt32BE(8 + index * 4));
      for (const each of [trunk, ...listed]) if (marks[each] === 0) marks[each] = free;
      trunk = page.readUInt32BE(0);
    }
  }

  const version = firstPage?.readUInt32BE(60) ?? 0;
  const shapes = shapesOf(version > 0 ? version : null);
  if (firstPage !== null) {
    for (const { type, name, root } of namedTrees()) {
      const shape = type === 'table' ? (shapes.find(({ table }) => table === name) ?? null) : null;
      walk(root, shape ?? 'no-rows', (tree, page) => {
        if (shape === null) return;
        if (tree.cells.length > 0) addRun(shape, page, tree, true);
        highest.set(name, Math.max(highest.get(name) ?? 0, ...tree.borders));
      });
    }
    markFree(firstPage);
  }
  for (let number = 1; number <= pages; number += 1) {
    if (marks[number] !== 0) {
      if (marks[number] === free) tellPage();
      continue;
    }
    tellPage();
    const page = source.read(number);
    if (page === null) unreadable.set(number, number === 1 ? 'no-rows' : null);
    const tree = page === null ? null : treePage(page, number);
    const shape = tree === null ? null : tableBySight(shapes, tree);
    if (tree !== null && shape !== null) addRun(shape, number, tree, false);
  }
  return { pages, shapes, runs, highest, unreadable, firstPageLost: firstPage === null };
}
