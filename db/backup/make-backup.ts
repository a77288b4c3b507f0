import { copyFileSync, existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import { move } from '../beside/move.ts';
import { asFailure } from '../connection/failure-of.ts';
import { storeFile } from '../connection/open-store.ts';
import { readKeyFile } from '../keys/key-file.ts';
import type { Moment } from '../moment.ts';
import { hashOfFile, readArchive, writeArchive } from './archive.ts';
import { copyStore } from './copy-store.ts';
import { checkedContents, type Manifest } from './manifest.ts';

/** What a backup is doing, for the screen; `folder` holds the growing copy. */
export type BackupStage = 'copying' | 'checking' | 'packing';

interface BackupOrder {
  readonly folder: string;
  readonly databaseKey: Buffer;
  /** The archive to be made; nothing may stand there yet. */
  readonly into: string;
  readonly madeAt: Moment;
}

/** Where the copy grows while the archive is not yet made. */
export const makingFolder = (archive: string) => `${archive}.making`;

function assertRoom({ folder, into }: BackupOrder): void {
  const size = statSync(storeFile(folder)).size;
  const { bavail, bsize } = statfsSync(dirname(into));
  // The copy and the archive stand side by side for a moment.
  if (bavail * bsize < 2 * size + 16 * 1024 * 1024) throw new Failure('disk-full');
}

/**
 * Makes a backup while the practice is in use: an encrypted copy as of one moment, opened and checked, packed with the key file into one
 * archive, and that read back and compared. Appears under its name only when whole. Runs long: off the main thread.
 * @throws Failure `disk-full`, `read-only`, `store-damaged`
 */
export function makeBackup(order: BackupOrder, stage: (stage: BackupStage) => void): Manifest {
  return asFailure(() => {
    const { folder, databaseKey, into, madeAt } = order;
    mkdirSync(dirname(into), { recursive: true });
    assertRoom(order);
    if (existsSync(into)) throw new Failure('file-not-written');
    const making = makingFolder(into);
    const part = `${into}.part`;
    for (const left of [making, part]) rmSync(left, { recursive: true, force: true });
    mkdirSync(making);
    try {
      const keys = join(making, 'keys.json');
      stage('copying');
      copyStore(storeFile(folder), databaseKey, storeFile(making));
      copyFileSync(join(folder, 'keys.json'), keys);
      stage('checking');
      const contents = checkedContents(making, databaseKey);
      const manifest: Manifest = {
        format: 'cauda-backup/1',
        practice: readKeyFile(making).content.practice,
        madeAt: madeAt.at.toISOString(),
        offsetMinutes: madeAt.offsetMinutes,
        bytes: statSync(storeFile(making)).size,
        sha256: { store: hashOfFile(storeFile(making)), keys: hashOfFile(keys) },
        ...contents,
      };
      stage('packing');
      const entries = [
        { name: 'manifest.json', text: `${JSON.stringify(manifest, null, 2)}\n` },
        { name: 'keys.json', file: keys },
        { name: 'store.db', file: storeFile(making) },
      ];
      writeArchive(part, entries, madeAt.at);
      const packed = readArchive(part, () => null);
      if (packed.get('store.db') !== manifest.sha256.store || packed.get('keys.json') !== manifest.sha256.keys) {
        throw new Failure('store-damaged');
      }
      move(part, into);
      return manifest;
    } finally {
      for (const left of [making, part]) rmSync(left, { recursive: true, force: true });
    }
  });
}
