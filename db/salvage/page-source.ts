import { existsSync } from 'node:fs';
import { everyLogPage, type LogPages, readLog } from './log-pages.ts';
import { isSealed, opened, pageBytes, type SealKey, saltBytes, sealKeyOf } from './page-cipher.ts';
import { openRawFile, type RawFile, type ReadDisk } from './raw-file.ts';

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
  readonly file: RawFile;
  readonly log: RawFile | null;
  readonly moreSalts: () => Iterable<Buffer>;
}

function rawPage(file: RawFile, at: number, into = Buffer.alloc(pageBytes)): Buffer | null {
  return file.read(into, at) === 'whole' ? into : null;
}

/** Wherever the salt may stand: in the file, in a first page of the log, in backups. */
function* saltsOf({ file, log, moreSalts }: Places): Generator<Buffer> {
  const firstPage = rawPage(file, 0);
  if (firstPage !== null) yield firstPage.subarray(0, saltBytes);
  for (const { raw, page } of everyLogPage(log)) if (page === 1) yield raw.subarray(0, saltBytes);
  yield* moreSalts();
}

function isBorneOut(key: SealKey, { file, log }: Places): boolean {
  for (let page = Math.ceil(file.bytes / pageBytes); page >= 1; page -= 1) {
    const raw = rawPage(file, (page - 1) * pageBytes);
    if (raw !== null && isSealed(raw, page, key)) return true;
  }
  for (const { raw, page } of everyLogPage(log)) if (isSealed(raw, page, key)) return true;
  return false;
}

/** The seal's key, from the first salt that any page bears out; null where the salt is lost. */
function findSealKey(databaseKey: Buffer, places: Places): SealKey | null {
  const tried = new Set<string>();
  for (const salt of saltsOf(places)) {
    if (tried.has(salt.toString('hex'))) continue;
    tried.add(salt.toString('hex'));
    const key = sealKeyOf(databaseKey, salt);
    if (isBorneOut(key, places)) return key;
  }
  return null;
}

interface Opening {
  readonly databaseKey: Buffer;
  /** Salts to try where neither file nor log has the store's any more. */
  readonly moreSalts: () => Iterable<Buffer>;
  readonly readDisk?: ReadDisk | undefined;
}

/** Opens a store's file and its log for reading alone. */
export function openPages(path: string, { databaseKey, moreSalts, readDisk }: Opening): PageSource {
  const logPath = `${path}-wal`;
  const file = openRawFile(path, readDisk);
  const logFile = existsSync(logPath) ? openRawFile(logPath, readDisk) : null;
  const sealKey = findSealKey(databaseKey, { file, log: logFile, moreSalts });
  // Without seals only an unbroken chain of sums is believed.
  const log = readLog(logFile, (raw, page) => sealKey === null || isSealed(raw, page, sealKey));
  const scratch = Buffer.alloc(pageBytes);
  return {
    pages: Math.max(Math.ceil(file.bytes / pageBytes), log.pages),
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
      file.close();
      logFile?.close();
    },
  };
}
