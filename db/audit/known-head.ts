import { timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf } from '../connection/failure-of.ts';
import { replaceFile } from '../keys/replace-file.ts';
import { headSeal, purposeKey } from './chain.ts';

/** The newest row of the chain that was known at some moment, sealed; kept beside the store too, so that an older store put in its place is found. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
  readonly seal: string;
}

const pathOf = (folder: string) => join(folder, 'chain.json');

/** Notes the head beside the store. On a full or read-only disk the older note stays, which is true as well. */
export function noteHead(folder: string, { sequence, hash, seal }: Head): void {
  try {
    replaceFile(pathOf(folder), JSON.stringify({ sequence, hash, seal }));
  } catch (error) {
    if (failureOf(error) === null) throw error;
  }
}

const isHead = (read: unknown): read is Head => {
  const { sequence, hash, seal } = (read ?? {}) as Readonly<Record<keyof Head, unknown>>;
  return typeof sequence === 'number' && Number.isSafeInteger(sequence) && typeof hash === 'string' && typeof seal === 'string';
};

/** Notes the newest row of a store that comes into its place, as a backup or an export says it, sealed with its key. */
export function noteKnownHead(folder: string, { sequence, hash }: Pick<Head, 'sequence' | 'hash'>, databaseKey: Buffer): void {
  noteHead(folder, { sequence, hash, seal: headSeal(purposeKey(databaseKey, 'audit-head'), sequence, hash) });
}

/** The noted head; null where there is none or it cannot be read. */
export function notedHead(folder: string): Head | null {
  try {
    const read: unknown = existsSync(pathOf(folder)) ? JSON.parse(readFileSync(pathOf(folder), 'utf8')) : null;
    return isHead(read) ? read : null;
  } catch {
    return null;
  }
}

/** Whether whoever sealed the head knew the database key. */
export function isSealed(head: Head, sealKey: Buffer): boolean {
  const [given, expected] = [Buffer.from(head.seal), Buffer.from(headSeal(sealKey, head.sequence, head.hash))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
