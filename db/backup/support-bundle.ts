import { closeSync, existsSync, openSync, readdirSync, readSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { storeFile } from '../connection/open-store.ts';
import { schemaVersion } from '../migrate/released.ts';

/** What helps somebody who helps, and holds no patient's data: no name, no path, no content; sizes, versions and the kind of the damage. */
export interface SupportBundle {
  readonly format: 'cauda-support/1';
  readonly writtenAt: string;
  readonly platform: string;
  readonly node: string;
  readonly schemaVersion: number;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly headIsPlain: boolean | 'no-file';
  readonly freeBytes: number;
  readonly failure: string | null;
}

const ours = /^(store\.db(-wal|-shm)?|keys\.json|chain\.json|attempts\.json|lock\.db)$/u;

/** The first bytes of a file: SQLite's own words where it is not encrypted. */
function headOf(file: string): string {
  const from = openSync(file, 'r');
  const head = Buffer.alloc(16);
  try {
    readSync(from, head, 0, head.length, 0);
  } finally {
    closeSync(from);
  }
  return head.toString('latin1');
}

/** Gathers it for a practice's folder, whether its store opens or not; `failure` is the code of what went wrong. */
export function supportBundle(folder: string, failure: string | null, writtenAt: Date): SupportBundle {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => ours.test(name)) : [];
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : '.');
  return {
    format: 'cauda-support/1',
    writtenAt: writtenAt.toISOString(),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    schemaVersion,
    files: names.map((name) => ({ name, bytes: statSync(join(folder, name)).size })),
    headIsPlain: existsSync(storeFile(folder)) ? headOf(storeFile(folder)) === 'SQLite format 3\0' : 'no-file',
    freeBytes: bavail * bsize,
    failure,
  };
}
