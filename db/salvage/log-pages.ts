import { pageBytes } from './page-cipher.ts';
import type { RawFile } from './raw-file.ts';

const headBytes = 32;
const frameHeadBytes = 24;
const frameBytes = frameHeadBytes + pageBytes;

/** What was committed to the write-ahead log and may not be in the file yet. */
export interface LogPages {
  /** Where in the log the newest committed version of a page begins. */
  readonly at: ReadonlyMap<number, number>;
  /** Pages of the store as of the newest commit; 0 where the log holds none. */
  readonly pages: number;
  /** Frames that are damaged, with sound ones after them. */
  readonly damaged: number;
}

type Sum = readonly [number, number];

/** SQLite's running sum over the log: two words, 32 bits each. */
function summed([first, second]: Sum, bytes: Buffer, bigEndian: boolean): Sum {
  let [one, two] = [first, second];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + view.getUint32(at, !bigEndian) + two) >>> 0;
    two = (two + view.getUint32(at + 4, !bigEndian) + one) >>> 0;
  }
  return [one, two];
}

const sumAt = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
const same = (one: Sum | null, other: Sum) => one !== null && one[0] === other[0] && one[1] === other[1];

interface Frame {
  /** Where its page begins. */
  readonly at: number;
  readonly page: number;
  /** Pages of the store where this frame ends a transaction, else 0. */
  readonly commits: number;
  readonly salts: Sum;
  /** The sum as the frame tells it, and as the page would continue another one. */
  readonly told: Sum;
  readonly continues: (before: Sum) => boolean;
  readonly raw: Buffer;
}

function* framesOf(file: RawFile, bigEndian: boolean): Generator<Frame> {
  for (let from = headBytes; ; from += frameBytes) {
    const bytes = Buffer.alloc(frameBytes);
    const came = file.read(bytes, from);
    if (came === 'short') return;
    // A frame that the disk refuses is as good as noise.
    if (came === 'refused') bytes.fill(0);
    const told = sumAt(bytes, 16);
    const raw = bytes.subarray(frameHeadBytes);
    yield {
      at: from + frameHeadBytes,
      page: bytes.readUInt32BE(0),
      commits: bytes.readUInt32BE(4),
      salts: sumAt(bytes, 8),
      told,
      continues: (before) => same(summed(summed(before, bytes.subarray(0, 8), bigEndian), raw, bigEndian), told),
      raw,
    };
  }
}

/** Every page of the log, whatever it is worth: the first page among them holds the salt that the file may have lost. */
export function* everyLogPage(log: RawFile | null): Generator<{ readonly raw: Buffer; readonly page: number }> {
  if (log !== null) yield* framesOf(log, false);
}

/**
 * Reads which pages the log holds. Where its chain of sums breaks SQLite would stop; here it goes on past a frame whose page has lost its seal,
 * which is damage, and stops at one that is sealed, which is what an earlier transaction left behind the newest.
 */
export function readLog(log: RawFile | null, isSealed: (raw: Buffer, page: number) => boolean): LogPages {
  const at = new Map<number, number>();
  if (log === null) return { at, pages: 0, damaged: 0 };
  const head = Buffer.alloc(headBytes);
  log.read(head, 0);
  const bigEndian = head.readUInt32BE(0) === 0x377f0683;
  const isHeadSound = same(summed([0, 0], head.subarray(0, 24), bigEndian), sumAt(head, 24));
  let salts: Sum | null = isHeadSound ? sumAt(head, 16) : null;
  let before: Sum | null = isHeadSound ? sumAt(head, 24) : null;
  let pages = 0;
  let damaged = 0;
  let broken = 0;
  let waiting: Pick<Frame, 'page' | 'at'>[] = [];
  for (const frame of framesOf(log, bigEndian)) {
    salts ??= frame.salts;
    const isOurs = same(salts, frame.salts) && frame.page > 0;
    const isSound = isOurs && (before === null ? isSealed(frame.raw, frame.page) : frame.continues(before));
    before = isOurs ? frame.told : null;
    if (!isSound) {
      if (isSealed(frame.raw, frame.page)) break;
      broken += 1;
      continue;
    }
    damaged += broken;
    broken = 0;
    waiting.push({ page: frame.page, at: frame.at });
    if (frame.commits === 0) continue;
    for (const { page, at: from } of waiting) at.set(page, from);
    pages = frame.commits;
    waiting = [];
  }
  return { at, pages, damaged };
}
