import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';

/** An open, keyed SQLite connection, and Drizzle over it. */
export interface Connection {
  readonly client: Database.Database;
  readonly orm: BetterSQLite3Database;
}

/** Bytes of the database key; used raw, without SQLCipher's own derivation, since scrypt has done that work. */
export const databaseKeyBytes = 32;

/**
 * Opens an encrypted database (SQLCipher format). The two pragmas of the key come first: any other order leaves a new file plain.
 * A wrong key shows at the first read, as `SQLITE_NOTADB`.
 */
export function connect(file: string, key: Buffer, mode: 'write' | 'read'): Connection {
  const client = new Database(file, { readonly: mode === 'read', fileMustExist: mode === 'read', timeout: 2000 });
  try {
    client.pragma("cipher = 'sqlcipher'");
    client.pragma(`key = "x'${key.toString('hex')}'"`);
    client.pragma('foreign_keys = ON');
    // Else INSERT OR REPLACE goes past the triggers that forbid deleting.
    client.pragma('recursive_triggers = ON');
    // Temporary databases are not encrypted: they never reach the disk.
    client.pragma('temp_store = MEMORY');
    client.pragma('trusted_schema = OFF');
    // Kibibytes: lists and searches are read through one connection, a write touches a handful of pages.
    client.pragma(`cache_size = ${mode === 'read' ? -32_000 : -8000}`);
    if (mode === 'write') {
      client.pragma('journal_mode = WAL');
      client.pragma('synchronous = FULL');
      // A log that a long backup let grow is cut again.
      client.pragma('journal_size_limit = 67108864');
      // macOS answers fsync before the disk has it.
      if (process.platform === 'darwin') client.pragma('fullfsync = ON');
    } else {
      client.pragma('query_only = ON');
    }
  } catch (error) {
    client.close();
    throw error;
  }
  return { client, orm: drizzle({ client }) };
}
