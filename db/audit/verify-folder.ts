import { connect } from '../connection/connect.ts';
import { asFailure } from '../connection/failure-of.ts';
import { handleOf, type Reading } from '../connection/handles.ts';
import { storeFile } from '../connection/open-store.ts';
import { purposeKey } from './chain.ts';
import { notedHead } from './known-head.ts';
import { type OnSigned, type Verification, verify } from './verify.ts';

/**
 * Checks the store of a folder through a connection of its own that only reads, so that it can be done beside the work.
 * Each signed assessment that is intact is handed on, row by row, for whoever does more with it.
 * @throws Failure `store-damaged` where the file cannot be read at all
 */
export function verifyFolder(folder: string, databaseKey: Buffer, onSigned: OnSigned = () => {}): Verification {
  return asFailure(() => {
    const connection = connect(storeFile(folder), databaseKey, 'read');
    try {
      const sealKey = purposeKey(databaseKey, 'audit-head');
      // The note first: what is written meanwhile comes after it, and the transaction sees one moment.
      const noted = notedHead(folder);
      connection.client.exec('BEGIN');
      return verify(handleOf<Reading>(connection, {}), { sealKey, noted, onSigned });
    } finally {
      connection.client.close();
    }
  });
}
