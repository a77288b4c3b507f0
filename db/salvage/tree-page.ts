import { usableBytes } from './page-cipher.ts';
import { readVarint } from './varint.ts';

/** Where something of a page stands: SQLite's file format, "B-tree Pages". Inner pages of an index hold rows of their own. */
type PageKind = 'table-leaf' | 'table-inner' | 'index-leaf' | 'index-inner';
const kinds = new Map<number, PageKind>([
  [0x02, 'index-inner'],
  [0x05, 'table-inner'],
  [0x0a, 'index-leaf'],
  [0x0d, 'table-leaf'],
]);

export interface Cell {
  /** The row's number in a table; null in an index. */
  readonly number: number | null;
  readonly bytes: number;
  /** What of the record stands in this page. */
  readonly local: Buffer;
  /** The page on which it goes on; 0 where it is whole. */
  readonly overflow: number;
}

export interface TreePage {
  readonly kind: PageKind;
  readonly children: readonly number[];
  /** Of a table's inner page: the highest number to the left of each border. */
  readonly borders: readonly number[];
  /** What could be made out; a cell that cannot be is left out. */
  readonly cells: readonly Cell[];
}

const leastLocal = Math.floor(((usableBytes - 12) * 32) / 255) - 23;
const mostLocal = { table: usableBytes - 35, index: Math.floor(((usableBytes - 12) * 64) / 255) - 23 };

function localBytes(bytes: number, most: number): number {
  if (bytes <= most) return bytes;
  const fitting = leastLocal + ((bytes - leastLocal) % (usableBytes - 4));
  return fitting <= most ? fitting : leastLocal;
}

function cellAt(page: Buffer, at: number, kind: PageKind): Cell | null {
  let from = at + (kind === 'index-inner' ? 4 : 0);
  const bytes = readVarint(page, from);
  if (bytes === null) return null;
  from = bytes.end;
  const number = kind === 'table-leaf' ? readVarint(page, from) : null;
  if (number !== null) from = number.end;
  if (kind === 'table-leaf' && number === null) return null;
  const local = localBytes(bytes.value, kind === 'table-leaf' ? mostLocal.table : mostLocal.index);
  const end = from + local;
  const isWhole = local === bytes.value;
  if (end + (isWhole ? 0 : 4) > usableBytes) return null;
  return {
    number: number?.value ?? null,
    bytes: bytes.value,
    local: page.subarray(from, end),
    overflow: isWhole ? 0 : page.readUInt32BE(end),
  };
}

/** Reads a page of a tree; null where it is none, such as one that only carries a long record on, or a free one. */
export function treePage(page: Buffer, number: number): TreePage | null {
  const head = number === 1 ? 100 : 0;
  const kind = kinds.get(page.readUInt8(head));
  if (kind === undefined) return null;
  const isInner = kind === 'table-inner' || kind === 'index-inner';
  const count = page.readUInt16BE(head + 3);
  const pointers = head + (isInner ? 12 : 8);
  if (pointers + count * 2 > usableBytes) return null;
  const children: number[] = [];
  const borders: number[] = [];
  const cells: Cell[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = page.readUInt16BE(pointers + index * 2);
    // No cell begins among the pointers, and none is shorter than four bytes.
    if (at < pointers + count * 2 || at > usableBytes - 4) continue;
    if (isInner) children.push(page.readUInt32BE(at));
    const border = kind === 'table-inner' ? readVarint(page, at + 4) : null;
    if (border !== null) borders.push(border.value);
    const cell = kind === 'table-inner' ? null : cellAt(page, at, kind);
    if (cell !== null) cells.push(cell);
  }
  if (isInner) children.push(page.readUInt32BE(head + 8));
  return { kind, children, borders, cells };
}
