import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import { clearUnfinishedFiles } from '../beside/unfinished-files.ts';
import { migrate, versionOf } from '../migrate/migrate.ts';
import { type Migration, migrations } from '../migrate/released.ts';
import { assertSuitableFolder } from '../suitable-folder.ts';
import { type Connection, connect } from './connect.ts';
import { failureOf, freeBytesOn } from './failure-of.ts';
import { lockStore } from './lock.ts';
import { makeStore, type Store } from './store.ts';

export interface OpenOptions {
  /** Free bytes on the store's disk; a test gives its own. */
  readonly freeBytes?: () => number;
  /** The schema's steps; a test gives its own. */
  readonly steps?: readonly Migration[];
  readonly progress?: (done: number, of: number) => void;
  /** Called before an existing store is migrated, with the version that it has: makes the backup, and throws where that fails. */
  readonly beforeMigrating: (fromVersion: number) => void;
}

export const storeFile = (folder: string) => join(folder, 'store.db');

/** A larger file is checked beside the work, not before it: see `isStoreSound`. */
const checkedAtOpening = 32 * 1024 * 1024;

/** Looks before anything is written: whether the key opens the file, and whether this version may touch it. */
function lookAt(file: string, key: Buffer, newest: number): number {
  const { client } = connect(file, key, 'read');
  try {
    const version = versionOf(client);
    if (version > newest) throw new Failure('store-newer');
    if (version === 0) throw new Failure('store-damaged');
    return version;
  } finally {
    client.close();
  }
}

function assertSound(connection: Connection, file: string): void {
  if (statSync(file).size > checkedAtOpening) return;
  if (connection.client.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Failure('store-damaged');
}

/**
 * Opens the store of a folder with its database key, for this process alone, and brings its schema up to date.
 * @throws Failure `store-missing`, `folder-unsuitable`, `store-in-use`, `store-damaged`, `store-newer`, `disk-full`, `read-only`; the file is then as it was
 */
export function openStore(folder: string, databaseKey: Buffer, options: OpenOptions): Store {
  const file = storeFile(folder);
  const { steps = migrations, progress = () => {}, freeBytes = () => freeBytesOn(folder) } = options;
  if (!existsSync(file)) throw new Failure('store-missing');
  assertSuitableFolder(folder);
  try {
    const lock = lockStore(folder);
    const open: Connection[] = [];
    try {
      const version = lookAt(file, databaseKey, steps.length);
      if (version < steps.length) options.beforeMigrating(version);
      const writer = connect(file, databaseKey, 'write');
      open.push(writer);
      assertSound(writer, file);
      if (version < steps.length) migrate(writer.client, steps, progress);
      const reader = connect(file, databaseKey, 'read');
      open.push(reader);
      clearUnfinishedFiles(folder);
      return makeStore({ folder, writer, reader, lock, databaseKey, freeBytes });
    } catch (error) {
      for (const { client } of open) client.close();
      lock.release();
      throw error;
    }
  } catch (error) {
    throw failureOf(error, freeBytes) ?? error;
  }
}

/** Makes the empty, encrypted file of a new store. */
export function createStoreFile(folder: string, databaseKey: Buffer): void {
  const { client } = connect(storeFile(folder), databaseKey, 'write');
  try {
    // The log inherits it.
    chmodSync(storeFile(folder), 0o600);
    migrate(client, migrations, () => {});
  } finally {
    client.close();
  }
}
