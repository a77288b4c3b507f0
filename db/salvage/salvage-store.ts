import { existsSync } from 'node:fs';
import { Failure } from '../../shared/contract/failure.ts';
import { asFailure } from '../connection/failure-of.ts';
import { storeFile } from '../connection/open-store.ts';
import type { JobProgress } from '../off-thread/job-progress.ts';
import { writeLines } from '../transfer/export-practice.ts';
import { type Found, findRuns } from './find-runs.ts';
import { pageBytes } from './page-cipher.ts';
import { openPages, type PageSource } from './page-source.ts';
import type { ReadDisk } from './raw-file.ts';
import { type Reckoning, reckonMissing } from './reckon-missing.ts';
import { rowsInOrder } from './rows-in-order.ts';
import { saltsInBackups } from './salts-in-backups.ts';

export interface SalvageOrder {
  readonly folder: string;
  readonly databaseKey: Buffer;
  /** The file to be made; nothing may stand there yet. */
  readonly file: string;
  /** How the disk is read; a test gives its own. */
  readonly readDisk?: ReadDisk;
}

/** What could be read of a damaged store, and what could not; also the last line of the file. */
export interface Salvaged {
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
  /** At least so many rows are missing, by table; empty where nothing is known to be. */
  readonly missing: Readonly<Record<string, number>>;
  /** Tables with a page that cannot be read, of whose rows nothing tells whether any are missing. */
  readonly perhaps: readonly string[];
  readonly pages: {
    readonly all: number;
    readonly unreadable: number;
    /** Unreadable ones that held no row, such as an index's. */
    readonly withoutRows: number;
    /** Unreadable ones of which nothing tells what they held. */
    readonly unplaced: number;
  };
  /** Frames of the log that are damaged: what they held is given in the version before, where there is one. */
  readonly damagedInLog: number;
  /** The page that leads to all others: rows were then told by their look alone. */
  readonly firstPageLost: boolean;
  /** Each page was checked against its seal. Not where the salt is lost and no backup has it: then damage may have gone unnoticed. */
  readonly checked: boolean;
}

const pagesBetweenReports = 256;

/** Reports after each so many pages; finding the rows is one half of the way, reading them the other. */
function progressOf(pages: number, tell: (progress: JobProgress) => void): (half: 0 | 1, done: number, of: number) => void {
  return (half, done, of) => {
    if (done % pagesBetweenReports !== 0) return;
    const ofBytes = pages * pageBytes;
    tell({ doneBytes: Math.min(ofBytes, Math.round((ofBytes * (half + done / of)) / 2)), ofBytes });
  };
}

function summaryOf(source: PageSource, { pages, unreadable, firstPageLost }: Found, reckoning: Reckoning): Salvaged {
  const owners = [...unreadable.values()];
  const missing = reckoning.missing();
  const tables = new Set(owners.flatMap((owner) => (owner === null || owner === 'no-rows' ? [] : owner.table)));
  return {
    rows: reckoning.rows,
    missing,
    perhaps: [...tables].filter((table) => missing[table] === undefined).sort(),
    pages: {
      all: pages,
      unreadable: unreadable.size,
      withoutRows: owners.filter((owner) => owner === 'no-rows').length,
      unplaced: owners.filter((owner) => owner === null).length,
    },
    damagedInLog: source.log.damaged,
    firstPageLost,
    checked: source.checked,
  };
}

function* salvagedLines(source: PageSource, tell: (progress: JobProgress) => void, done: (salvaged: Salvaged) => void): Generator<unknown> {
  const progress = progressOf(source.pages, tell);
  let touched = 0;
  const found = findRuns(source, () => {
    touched += 1;
    progress(0, touched, source.pages);
  });
  const reckoning = reckonMissing(found.shapes);
  for (const [table, number] of found.highest) reckoning.knew(table, number);
  const all = [...found.runs.values()].reduce((sum, runs) => sum + runs.length, 0);
  let read = 0;
  let lines = 0;
  for (const shape of found.shapes) {
    const rows = rowsInOrder(source, shape, found.runs.get(shape) ?? [], {
      broken(number, page) {
        reckoning.broke(shape.table, number);
        if (page !== null && found.unreadable.has(page)) found.unreadable.set(page, shape);
      },
      run() {
        read += 1;
        progress(1, read, all);
      },
    });
    for (const row of rows) {
      reckoning.saw(shape, row);
      lines += 1;
      yield { table: shape.table, row };
    }
  }
  const salvaged = summaryOf(source, found, reckoning);
  done(salvaged);
  yield { format: 'cauda-salvage/1', end: true, lines, ...salvaged };
}

/**
 * Writes every row that is left of a damaged store as JSON lines (`FORMAT.md`), without changing it and without SQLite, which gives up at the
 * first damaged page on its way: a page is decrypted, checked and read by itself, so that only what stood on a damaged page is lost. Memory
 * stays flat. Runs long: off the main thread, and nobody may have the store open.
 * @throws Failure `store-missing`, `disk-full`, `read-only`, `file-not-written` where the file is there already
 */
export function salvageStore({ folder, databaseKey, file, readDisk }: SalvageOrder, tell: (progress: JobProgress) => void): Salvaged {
  return asFailure(() => {
    if (!existsSync(storeFile(folder))) throw new Failure('store-missing');
    if (existsSync(file)) throw new Failure('file-not-written');
    const source = openPages(storeFile(folder), { databaseKey, readDisk, moreSalts: () => saltsInBackups(folder) });
    try {
      const found: Salvaged[] = [];
      writeLines(
        folder,
        file,
        salvagedLines(source, tell, (salvaged) => found.push(salvaged)),
      );
      const [salvaged] = found;
      if (salvaged === undefined) throw new Error('A salvage ended without its last line');
      return salvaged;
    } finally {
      source.close();
    }
  });
}
