import { connect } from '../connection/connect.ts';

/**
 * Copies a store into a new file, encrypted with the same key, as it stands at one moment and while others go on writing. SQLite's own
 * backup refuses encrypted files that it did not key itself; `VACUUM INTO` is the online copy that does not.
 */
export function copyStore(file: string, databaseKey: Buffer, into: string): void {
  const { client } = connect(file, databaseKey, 'write');
  try {
    client.prepare('vacuum into ?').run(into);
  } finally {
    client.close();
  }
}
