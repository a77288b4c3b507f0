import { randomBytes, randomInt } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

const logHeader = 32;
const frameHeader = 24;
const pageBytes = 4096;

/**
 * Does to SQLite's write-ahead log what a power cut does: leaves a frame half written after the last whole one. Frames before it were flushed and
 * acknowledged; nothing of theirs is touched.
 */
export function tearLog(log: string): void {
  if (!existsSync(log)) return;
  const file = openSync(log, 'r+');
  try {
    const header = Buffer.alloc(logHeader);
    if (readSync(file, header, 0, logHeader, 0) < logHeader) return;
    const salts = header.subarray(16, 24);
    const frame = Buffer.alloc(frameHeader);
    const { size } = fstatSync(file);
    let at = logHeader;
    while (at + frameHeader + pageBytes <= size) {
      readSync(file, frame, 0, frameHeader, at);
      if (!frame.subarray(8, 16).equals(salts)) break;
      at += frameHeader + pageBytes;
    }
    // With the right salts and a page number that may be: only the checksum tells.
    const torn = randomBytes(randomInt(frameHeader, 2 * (frameHeader + pageBytes)));
    torn.writeUInt32BE(randomInt(1, 50), 0);
    torn.writeUInt32BE(randomInt(0, 2) * 60, 4);
    salts.copy(torn, 8);
    writeSync(file, torn, 0, torn.length, at);
  } finally {
    closeSync(file);
  }
}
