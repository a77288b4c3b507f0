import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';

/** A page as our stores are made (`connection/connect.ts`): SQLite Multiple Ciphers' `sqlcipher`, its defaults of version 4, a raw key. */
export const pageBytes = 4096;
/** At a page's end: 16 bytes of initial vector, 64 of HMAC. What is before them is SQLite's page. */
export const usableBytes = pageBytes - 80;
/** The first page is led by the salt; what says how large pages are stays readable, so that it is encrypted from here on. */
const clearHead = 24;
export const saltBytes = 16;
const block = 16;

/** The key of the pages' seals: it needs the salt, which stands at the very beginning of the file and of each of its backups. */
export type SealKey = Buffer;

export function sealKeyOf(databaseKey: Buffer, salt: Buffer): SealKey {
  return pbkdf2Sync(
    databaseKey,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );
}

/** Whether a page is as it was written, in the place that it was written to. */
export function isSealed(raw: Buffer, page: number, sealKey: SealKey): boolean {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(page);
  const seal = createHmac('sha512', sealKey)
    .update(raw.subarray(page === 1 ? clearHead : 0, usableBytes + block))
    .update(number)
    .digest();
  return seal.equals(raw.subarray(usableBytes + block));
}

/**
 * The first page has no whole number of blocks to encrypt, and the library steals from the last but one: its beginning stands at the end, and
 * what was left of it within the last. Put back in order it is a plain chain of blocks, whose last holds the end of the page.
 */
function unstolen(databaseKey: Buffer, sealed: Buffer): Buffer {
  const rest = sealed.length % block;
  if (rest === 0) return sealed;
  const last = sealed.length - rest - block;
  const single = createDecipheriv('aes-256-ecb', databaseKey, null).setAutoPadding(false);
  const opened = single.update(sealed.subarray(last, last + block));
  return Buffer.concat([
    sealed.subarray(0, last),
    sealed.subarray(last + block),
    opened.subarray(rest),
    sealed.subarray(last, last + block),
  ]);
}

/** What SQLite has of a page, decrypted; the salt that leads the first is no part of it and reads as nought. */
export function opened(raw: Buffer, page: number, databaseKey: Buffer): Buffer {
  const from = page === 1 ? clearHead : 0;
  const vector = raw.subarray(usableBytes, usableBytes + block);
  const cipher = createDecipheriv('aes-256-cbc', databaseKey, vector).setAutoPadding(false);
  const clear = cipher.update(unstolen(databaseKey, raw.subarray(from, usableBytes)));
  if (page !== 1) return clear;
  const head = Buffer.concat([Buffer.alloc(saltBytes), raw.subarray(saltBytes, clearHead)]);
  return Buffer.concat([head, clear], usableBytes);
}
