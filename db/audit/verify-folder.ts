import { join } from 'node:path';
import { backupsIn } from '../backup/backups-in.ts';
import { connect } from '../connection/connect.ts';
import { asFailure, failureOf } from '../connection/failure-of.ts';
import { handleOf, type Reading } from '../connection/handles.ts';
import { storeFile } from '../connection/open-store.ts';
import { readKeyFile } from '../keys/key-file.ts';
import { purposeKey } from './chain.ts';
import type { Beside } from './check-note.ts';
import type { OnSigned } from './check-signatures.ts';
import { notedHead } from './known-head.ts';
import { type Verification, verify } from './verify.ts';

/** The newest of them are compared: each names one row of the chain. */
const mostBackups = 30;

function backupsOf(folder: string): Beside['backups'] {
  try {
    const { id } = readKeyFile(folder).content.practice;
    const manifests = backupsIn(join(folder, 'backups'), id).flatMap(({ manifest }) => (manifest === null ? [] : [manifest]));
    return manifests.slice(0, mostBackups).map(({ madeAt, head: { sequence, hash } }) => ({ madeAt, sequence, hash }));
  } catch (error) {
    // Backups that cannot be looked at tell nothing; the store is checked all the same.
    if (failureOf(error) === null) throw error;
    return [];
  }
}

export interface Verifying {
  /** Given each signed assessment that is intact, row by row, for whoever does more with it. */
  readonly onSigned?: OnSigned;
  /** A practice in its place, which has a note beside it and backups of its own; else a copy of one. */
  readonly isInUse?: boolean;
}

/**
 * Checks the store of a folder through a connection of its own that only reads, so that it can be done beside the work.
 * @throws Failure `store-damaged` where the file cannot be read at all
 */
export function verifyFolder(folder: string, databaseKey: Buffer, { onSigned = () => {}, isInUse = false }: Verifying = {}): Verification {
  return asFailure(() => {
    const connection = connect(storeFile(folder), databaseKey, 'read');
    try {
      const sealKey = purposeKey(databaseKey, 'audit-head');
      // Note and backups first: what is written meanwhile comes after them, and the transaction sees one moment.
      const beside = { noted: notedHead(folder), isInUse, backups: isInUse ? backupsOf(folder) : [] };
      connection.client.exec('BEGIN');
      return verify(handleOf<Reading>(connection, {}), { sealKey, beside, onSigned });
    } finally {
      connection.client.close();
    }
  });
}
