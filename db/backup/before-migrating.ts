import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import { connect } from '../connection/connect.ts';
import { storeFile } from '../connection/open-store.ts';
import { copyStore } from './copy-store.ts';

/**
 * The backup without which nothing is migrated: a copy of the store as it was, opened and checked, with the key file and the note of the
 * newest audit row beside it, in `backups/before-VERSION.cauda`. Made once for each version.
 * @throws Failure `disk-full`, `read-only`, `store-damaged`
 */
export function backUpBeforeMigrating(folder: string, databaseKey: Buffer, version: number): void {
  const into = join(folder, 'backups', `before-${version + 1}.cauda`);
  if (existsSync(into)) rmSync(into, { recursive: true });
  mkdirSync(into, { recursive: true });
  copyStore(storeFile(folder), databaseKey, storeFile(into));
  for (const beside of ['keys.json', 'chain.json'].filter((name) => existsSync(join(folder, name))))
    copyFileSync(join(folder, beside), join(into, beside));
  const { client } = connect(storeFile(into), databaseKey, 'read');
  try {
    if (client.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new Failure('store-damaged');
  } finally {
    client.close();
  }
}
