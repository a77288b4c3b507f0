import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Fills a piece of memory from a place of an open file and gives the number of bytes. */
export type ReadDisk = (file: number, into: Buffer, at: number) => number;

/** An open file that is only read. */
export interface RawFile {
  readonly bytes: number;
  /** Fills the piece: `short` at the file's end, `refused` where the disk itself cannot read there, as at a bad sector: that ends nothing. */
  read(into: Buffer, at: number): 'whole' | 'short' | 'refused';
  close(): void;
}

const fromDisk: ReadDisk = (file, into, at) => readSync(file, into, 0, into.length, at);

const isRefusal = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EIO';

/** `readDisk`: a test gives its own. */
export function openRawFile(path: string, readDisk: ReadDisk = fromDisk): RawFile {
  const file = openSync(path, 'r');
  return {
    bytes: fstatSync(file).size,
    read(into, at) {
      try {
        return readDisk(file, into, at) === into.length ? 'whole' : 'short';
      } catch (error) {
        if (!isRefusal(error)) throw error;
        return 'refused';
      }
    },
    close: () => closeSync(file),
  };
}
