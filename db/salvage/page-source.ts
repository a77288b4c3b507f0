import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { beginningOf } from '../backup/archive.ts';
import { everyLogPage, type LogPages, readLog } from './log-pages.ts';
import { isSealed, opened, pageBytes, type SealKey, saltBytes, sealKeyOf } from './page-cipher.ts';

/** A store's pages, each in its newest committed version, from the file or its log. */
export interface PageSource {
  /** The highest number that a page may have. */
  readonly pages: number;
  /** Whether pages are checked against their seals: not where the salt is lost, without which no seal can be checked. */
  readonly checked: boolean;
  readonly log: LogPages;
  /** Decrypted; null where there is no such page or its seal is broken. */
  read(page: number): Buffer | null;
  close(): void;
}

interface Places {
  readonly log: string;
  /** The archives of the practice's own backups, newest first. */
  readonly backups: () => readonly string[];
}

function rawPage(file: number, at: number, into = Buffer.alloc(pageBytes)): Buffer | null {
  return readSync(file, into, 0, pageBytes, at) === pageBytes ? into : null;
}

/** Wherever the salt may stand: in the file, in a first page of the log, in the practice's own backups. */
function* saltsOf(file: number, { log, backups }: Places): Generator<Buffer> {
  const firstPage = rawPage(file, 0);
  if (firstPage !== null) yield firstPage.subarray(0, saltBytes);
  const inLog: Buffer[] = [];
  everyLogPage(log, (raw, page) => {
    if (page === 1 && !inLog.at(-1)?.equals(raw.subarray(0, saltBytes))) inLog.push(raw.subarray(0, saltBytes));
  });
  yield* inLog;
  for (const archive of backups()) {
    const salt = beginningOf(archive, 'store.db', saltBytes);
    if (salt !== null) yield salt;
  }
}

/** The seal's key, from the first salt that any page bears out; null where the salt is lost. */
function findSealKey(databaseKey: Buffer, file: number, filePages: number, places: Places): SealKey | null {
  const tried = new Set<string>();
  for (const salt of saltsOf(file, places)) {
    if (tried.has(salt.toString('hex'))) continue;
    tried.add(salt.toString('hex'));
    const key = sealKeyOf(databaseKey, salt);
    let borneOut = false;
    for (let page = filePages; page >= 1 && !borneOut; page -= 1) {
      const raw = rawPage(file, (page - 1) * pageBytes);
      borneOut = raw !== null && isSealed(raw, page, key);
    }
    if (!borneOut) everyLogPage(places.log, (raw, page) => (borneOut ||= isSealed(raw, page, key)));
    if (borneOut) return key;
  }
  return null;
}

export function openPages(path: string, databaseKey: Buffer, backups: Places['backups']): PageSource {
  const logPath = `${path}-wal`;
  const file = openSync(path, 'r');
  let logFile: number | null = null;
  try {
    const filePages = Math.ceil(fstatSync(file).size / pageBytes);
    const sealKey = findSealKey(databaseKey, file, filePages, { log: logPath, backups });
    // Without seals only an unbroken chain of sums is believed.
    const log = readLog(logPath, (raw, page) => sealKey === null || isSealed(raw, page, sealKey));
    if (log.at.size > 0) logFile = openSync(logPath, 'r');
    const scratch = Buffer.alloc(pageBytes);
    return {
      pages: Math.max(filePages, log.pages),
      checked: sealKey !== null,
      log,
      read(page) {
        const inLog = log.at.get(page);
        const from = inLog === undefined ? file : (logFile ?? file);
        const raw = rawPage(from, inLog ?? (page - 1) * pageBytes, scratch);
        if (raw === null || (sealKey !== null && !isSealed(raw, page, sealKey))) return null;
        return opened(raw, page, databaseKey);
      },
      close() {
        for (const open of [file, logFile]) if (open !== null) closeSync(open);
      },
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
