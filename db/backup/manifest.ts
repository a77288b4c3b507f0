import { Failure } from '../../shared/contract/failure.ts';
import { connect } from '../connection/connect.ts';
import { storeFile } from '../connection/open-store.ts';
import { rowCounts, versionOf } from '../migrate/migrate.ts';

/** What is in a store, to hold two of them against each other: rows by table, and the newest audit row. */
export interface Contents {
  readonly schemaVersion: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly head: { readonly sequence: number; readonly hash: string };
}

/** What stands at the front of a backup, readable without a key; no name of a patient is in it. */
export interface Manifest extends Contents {
  readonly format: 'cauda-backup/1';
  readonly practice: { readonly id: string; readonly name: string; readonly demo: boolean };
  /** In UTC. */
  readonly madeAt: string;
  readonly bytes: number;
  readonly sha256: { readonly store: string; readonly keys: string };
}

/**
 * Opens a copy of a store, has SQLite check the whole of it, and tells what is in it.
 * @throws Failure `store-damaged` where the check finds anything
 */
export function checkedContents(folder: string, databaseKey: Buffer): Contents {
  const { client } = connect(storeFile(folder), databaseKey, 'read');
  try {
    if (client.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new Failure('store-damaged');
    const head = client.prepare('select sequence, hash from audit_head').get() as Contents['head'] | undefined;
    return {
      schemaVersion: versionOf(client),
      rows: Object.fromEntries(rowCounts(client)),
      head: head ?? { sequence: 0, hash: '' },
    };
  } finally {
    client.close();
  }
}
