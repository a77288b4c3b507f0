import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import { connect } from '../connection/connect.ts';
import { storeFile } from '../connection/open-store.ts';
import { copyStore } from './copy-store.ts';

/**
 * The backup without which nothing is migrated: a copy of the store as it was, opened and checked, with the key file beside it, in
 * `backups/before-VERSION.cauda`. Made once for each version.
 * @throws Failure `disk-full`, `read-only`, `store-damaged`
 */
export function backUpBeforeMigrating(folder: string, databaseKey: Buffer, version: number): void {
  const into = join(folder, 'backups', `before-${version + 1}.cauda`);
  if (existsSync(into)) rmSync(into, { recursive: true });
  mkdirSync(into, { recursive: true });
  copyStore(storeFile(folder), databaseKey, storeFile(into));
  copyFileSync(join(folder, 'keys.json'), join(into, 'keys.json'));
  const { client } = connect(storeFile(into), databaseKey, 'read');
  try {
    if (client.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new Failure('store-damaged');
  } finally {
    client.close();
  }
}
