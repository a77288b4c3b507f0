import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

// A backup is one file that any archiver opens: POSIX ustar, a header of 512 bytes before each file.
const block = 512;
const chunkBytes = 1024 * 1024;

/** Sizes beyond eight gigabytes are written in binary, as GNU tar does. */
function sizeField(size: number): Buffer {
  if (size < 8 ** 11) return Buffer.from(`${size.toString(8).padStart(11, '0')}\0`);
  const field = Buffer.alloc(12);
  field.writeBigUInt64BE(BigInt(size), 4);
  field[0] = 0x80;
  return field;
}

function headerOf(name: string, size: number, seconds: number): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  sizeField(size).copy(header, 124);
  header.write(`${seconds.toString(8).padStart(11, '0')}\0`, 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Copies so many bytes from one open file to another in flat memory, and gives their SHA-256. */
function pour(from: number, to: number | null, bytes: number): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  for (let left = bytes; left > 0; ) {
    const read = readSync(from, chunk, 0, Math.min(left, chunkBytes), null);
    if (read === 0) throw new Error('The archive ends early');
    const piece = chunk.subarray(0, read);
    hash.update(piece);
    if (to !== null) for (let at = 0; at < read; ) at += writeSync(to, piece, at);
    left -= read;
  }
  return hash.digest('hex');
}

const padding = (size: number) => (block - (size % block)) % block;

export interface Packed {
  readonly name: string;
  /** A file on disk, or a text. */
  readonly file?: string;
  readonly text?: string;
}

/** Writes an archive and has the disk keep it before it returns. */
export function writeArchive(archive: string, entries: readonly Packed[], madeAt: Date): void {
  const to = openSync(archive, 'wx', 0o600);
  try {
    for (const { name, file, text = '' } of entries) {
      const from = file === undefined ? null : openSync(file, 'r');
      try {
        const size = from === null ? Buffer.byteLength(text) : fstatSync(from).size;
        writeSync(to, headerOf(name, size, Math.floor(madeAt.getTime() / 1000)));
        if (from === null) writeSync(to, Buffer.from(text));
        else pour(from, to, size);
        writeSync(to, Buffer.alloc(padding(size)));
      } finally {
        if (from !== null) closeSync(from);
      }
    }
    writeSync(to, Buffer.alloc(2 * block));
    fsyncSync(to);
  } finally {
    closeSync(to);
  }
}

/** What is done with each file of an archive: `null` skips it but for its hash. */
export type Unpack = (name: string, size: number) => { readonly into: string } | { readonly text: (content: string) => unknown } | null;

/** What is read as text stands at the front and is small: a size beyond this is no backup's. */
const longestText = 16 * 1024 * 1024;

const textOf = (field: Buffer) => field.toString('utf8').replace(/\0.*$/su, '');

function sizeOf(field: Buffer): number {
  const size = ((field[0] ?? 0) & 0x80) === 0 ? Number.parseInt(textOf(field).trim() || '0', 8) : Number(field.readBigUInt64BE(4));
  if (!Number.isSafeInteger(size) || size < 0) throw new Error('This is no archive');
  return size;
}

/** The name and size of the file whose header is read at this place; null at the archive's end. @throws Error where there is none */
function entryAt(from: number, header: Buffer, at: number | null): { readonly name: string; readonly size: number } | null {
  if (readSync(from, header, 0, block, at) !== block) throw new Error('The archive ends early');
  if (header.every((byte) => byte === 0)) return null;
  if (header.toString('latin1', 257, 262) !== 'ustar') throw new Error('This is no archive');
  return { name: textOf(header.subarray(0, 100)), size: sizeOf(header.subarray(124, 136)) };
}

/** The files of an archive and their sizes, by their headers alone. @throws Error where it is none, or ends before it says so */
export function sizesIn(archive: string): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const from = openSync(archive, 'r');
  try {
    const header = Buffer.alloc(block);
    for (let at = 0; ; ) {
      const entry = entryAt(from, header, at);
      if (entry === null) return sizes;
      sizes.set(entry.name, entry.size);
      at += block + entry.size + padding(entry.size);
    }
  } finally {
    closeSync(from);
  }
}

/** The first bytes of one of an archive's files; null where it has no such file, or is no archive. */
export function beginningOf(archive: string, wanted: string, bytes: number): Buffer | null {
  const from = openSync(archive, 'r');
  try {
    const header = Buffer.alloc(block);
    for (let at = 0; readSync(from, header, 0, block, at) === block && header.toString('latin1', 257, 262) === 'ustar'; ) {
      const size = sizeOf(header.subarray(124, 136));
      const beginning = Buffer.alloc(bytes);
      if (textOf(header.subarray(0, 100)) === wanted) return readSync(from, beginning, 0, bytes, at + block) === bytes ? beginning : null;
      at += block + size + padding(size);
    }
    return null;
  } finally {
    closeSync(from);
  }
}

/** Reads an archive file by file, gives the SHA-256 of each, and stops early where `until` says so. @throws Error where it is no whole archive */
export function readArchive(archive: string, unpack: Unpack, until: (name: string) => boolean = () => false): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  const from = openSync(archive, 'r');
  try {
    const header = Buffer.alloc(block);
    for (;;) {
      const entry = entryAt(from, header, null);
      if (entry === null) return hashes;
      const { name, size } = entry;
      const use = unpack(name, size);
      if (use !== null && 'text' in use) {
        if (size > longestText) throw new Error('This is no archive');
        const content = Buffer.alloc(size);
        if (readSync(from, content, 0, size, null) !== size) throw new Error('The archive ends early');
        hashes.set(name, createHash('sha256').update(content).digest('hex'));
        use.text(content.toString('utf8'));
      } else {
        const to = use === null ? null : openSync(use.into, 'wx', 0o600);
        try {
          hashes.set(name, pour(from, to, size));
          if (to !== null) fsyncSync(to);
        } finally {
          if (to !== null) closeSync(to);
        }
      }
      if (until(name)) return hashes;
      readSync(from, header, 0, padding(size), null);
    }
  } finally {
    closeSync(from);
  }
}

/** SHA-256 of a file, in flat memory. */
export function hashOfFile(file: string): string {
  const from = openSync(file, 'r');
  try {
    return pour(from, null, fstatSync(from).size);
  } finally {
    closeSync(from);
  }
}
