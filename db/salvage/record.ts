import { pageBytes, usableBytes } from './page-cipher.ts';
import type { PageSource } from './page-source.ts';
import type { Cell } from './tree-page.ts';
import { readVarint } from './varint.ts';

export type Value = string | number | null;

/** What kind each value of a record is, in SQLite's numbers ("Serial Type Codes"), and where the first one stands. */
export interface RecordHead {
  readonly kinds: readonly number[];
  readonly values: number;
}

/** Null where a cell holds no record that starts whole in its page. */
export function recordHead({ local }: Cell): RecordHead | null {
  const size = readVarint(local, 0);
  if (size === null || size.value > local.length || size.value < size.end) return null;
  const kinds: number[] = [];
  for (let at = size.end; at < size.value; ) {
    const kind = readVarint(local, at);
    if (kind === null || kind.end > size.value) return null;
    kinds.push(kind.value);
    at = kind.end;
  }
  return { kinds, values: size.value };
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
export const isText = (kind: number) => kind >= 13 && kind % 2 === 1;
export const isInteger = (kind: number) => (kind >= 1 && kind <= 6) || kind === 8 || kind === 9;
export const isReal = (kind: number) => kind === 7;
const bytesOf = (kind: number) => (kind >= 12 ? Math.floor((kind - 12) / 2) : (integerBytes[kind] ?? 0));

/** The whole record, its further pages read; null where one of them cannot be, with that page told. */
export function wholeRecord(source: PageSource, cell: Cell, tellUnreadable: (page: number) => void): Buffer | null {
  const { bytes, local } = cell;
  if (bytes > source.pages * pageBytes) return null;
  const parts = [local];
  let left = bytes - local.length;
  for (let next = cell.overflow; left > 0; ) {
    const page = next >= 1 && next <= source.pages ? source.read(next) : null;
    if (page === null) {
      tellUnreadable(next);
      return null;
    }
    const part = page.subarray(4, Math.min(usableBytes, 4 + left));
    parts.push(part);
    left -= part.length;
    next = page.readUInt32BE(0);
    // The last page of a record names no further one.
    if (left === 0 && next !== 0) return null;
  }
  return parts.length === 1 ? local : Buffer.concat(parts);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function valueAt(record: Buffer, at: number, kind: number): Value {
  if (isText(kind)) return utf8.decode(record.subarray(at, at + bytesOf(kind)));
  if (kind === 6) return Number(record.readBigInt64BE(at));
  if (isReal(kind)) return record.readDoubleBE(at);
  if (kind === 8 || kind === 9) return kind - 8;
  return kind === 0 ? null : record.readIntBE(at, bytesOf(kind));
}

/** The values of a record; null where they do not fill it, or a text is none. */
export function valuesOf(record: Buffer, { kinds, values }: RecordHead): readonly Value[] | null {
  const found: Value[] = [];
  let at = values;
  for (const kind of kinds) {
    if (at + bytesOf(kind) > record.length) return null;
    try {
      found.push(valueAt(record, at, kind));
    } catch {
      return null;
    }
    at += bytesOf(kind);
  }
  return at === record.length ? found : null;
}

/** The first value alone, where it is a number: it stands in the cell's own page. */
export function firstNumber({ local }: Cell, { kinds, values }: RecordHead): number | null {
  const kind = kinds[0] ?? 0;
  if (!isInteger(kind) || values + bytesOf(kind) > local.length) return null;
  const value = valueAt(local, values, kind);
  return typeof value === 'number' ? value : null;
}
