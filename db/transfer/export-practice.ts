import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { beginFile } from '../beside/unfinished-files.ts';
import { connect } from '../connection/connect.ts';
import { asFailure } from '../connection/failure-of.ts';
import { storeFile } from '../connection/open-store.ts';
import { versionOf } from '../migrate/migrate.ts';
import { carriedTables, type TransferEnd, type TransferHead, type TransferRow } from './carried.ts';

const flushedCharacters = 256 * 1024;

/** The whole of it: a disk that is nearly full takes a part without a word. */
function writeAll(to: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(to, bytes, at);
}

function writeTo(file: string, lines: Iterable<unknown>): void {
  const to = openSync(file, 'wx', 0o600);
  try {
    let waiting = '';
    for (const line of lines) {
      waiting += `${JSON.stringify(line)}\n`;
      if (waiting.length > flushedCharacters) {
        writeAll(to, waiting);
        waiting = '';
      }
    }
    writeAll(to, waiting);
    fsyncSync(to);
  } finally {
    closeSync(to);
  }
}

/** Writes a practice's lines in flat memory; the file appears under its name only when it is whole and on disk. */
export function writeLines(folder: string, file: string, lines: Iterable<unknown>): void {
  const unfinished = beginFile(folder, file);
  try {
    writeTo(unfinished.part, lines);
    unfinished.finish();
  } catch (error) {
    unfinished.abandon();
    throw error;
  }
}

/**
 * Writes the whole practice, as of one moment and while it is in use, as JSON lines (`FORMAT.md`); gives the number of rows. Plain text: the
 * caller has told the person so. Runs long: off the main thread.
 * @throws Failure `disk-full`, `read-only`, `store-damaged`
 */
export function exportPractice(order: {
  readonly folder: string;
  readonly databaseKey: Buffer;
  readonly file: string;
  readonly exportedAt: Date;
}): number {
  return asFailure(() => {
    const { client } = connect(storeFile(order.folder), order.databaseKey, 'read');
    let rows = 0;
    function* lines(): Generator<TransferHead | TransferRow | TransferEnd> {
      yield { format: 'cauda-practice/1', schemaVersion: versionOf(client), exportedAt: order.exportedAt.toISOString() };
      for (const { name, columns, order: by } of carriedTables) {
        const all = client.prepare<[], TransferRow['row']>(`select ${columns.join(', ')} from ${name} order by ${by}`);
        for (const row of all.iterate()) {
          rows += 1;
          yield { table: name, row };
        }
      }
      yield { end: true, lines: rows };
    }
    try {
      client.exec('BEGIN');
      writeLines(order.folder, order.file, lines());
      client.exec('COMMIT');
      return rows;
    } finally {
      client.close();
    }
  });
}
