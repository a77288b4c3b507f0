import Database from 'better-sqlite3';
import { Failure } from '../../shared/contract/failure.ts';
import { headSeal, purposeKey } from '../audit/chain.ts';
import type { Head } from '../audit/known-head.ts';
import { asFailure } from '../connection/failure-of.ts';
import { storeFile } from '../connection/open-store.ts';
import { copyStore } from './copy-store.ts';

export interface Encrypting {
  readonly folder: string;
  readonly databaseKey: Buffer;
  readonly newKey: Buffer;
  /** The copy, which is not there yet. */
  readonly into: string;
}

/**
 * Copies a store with every page encrypted by another key, and seals its audit with that. Runs long: off the main thread.
 * @returns the newest row of the audit, so sealed
 * @throws Failure `disk-full`, `store-damaged`
 */
export function encryptAnew({ folder, databaseKey, newKey, into }: Encrypting): Head {
  return asFailure(() => {
    copyStore(storeFile(folder), databaseKey, into);
    const client = new Database(into);
    try {
      client.pragma("cipher = 'sqlcipher'");
      client.pragma(`key = "x'${databaseKey.toString('hex')}'"`);
      client.pragma('temp_store = MEMORY');
      client.pragma('journal_mode = DELETE');
      client.pragma('synchronous = FULL');
      client.pragma(`rekey = "x'${newKey.toString('hex')}'"`);
      const head = client.prepare('select sequence, hash from audit_head').get() as { sequence: number; hash: string } | undefined;
      if (head === undefined) throw new Failure('store-damaged');
      const seal = headSeal(purposeKey(newKey, 'audit-head'), head.sequence, head.hash);
      client.prepare('update audit_head set seal = ?').run(seal);
      client.pragma('journal_mode = WAL');
      return { ...head, seal };
    } finally {
      client.close();
    }
  });
}
