import type Database from 'better-sqlite3';
import type { Person, PersonRole } from '../../shared/contract/values.ts';
import { headSeal, purposeKey } from '../audit/chain.ts';
import { noteHead } from '../audit/known-head.ts';
import { verifyFolder } from '../audit/verify-folder.ts';
import { connect } from '../connection/connect.ts';
import { asFailure } from '../connection/failure-of.ts';
import { createStoreFile, storeFile } from '../connection/open-store.ts';
import type { KeyFile } from '../keys/key-file.ts';
import { setProtections } from '../migrate/migrate.ts';
import { recount } from '../schema/triggers.ts';
import { indexEveryPatient } from '../search/index-patient.ts';
import { loadRows } from './load-rows.ts';
import { refusedFile } from './refused-file.ts';

/** What came out of an export. */
export interface Loaded {
  readonly practice: KeyFile['practice'];
  readonly people: readonly Person[];
  readonly rows: number;
}

/** Seals the newest row, in the store and in the note beside it. */
function sealHead(client: Database.Database, folder: string, databaseKey: Buffer): void {
  const head = client.prepare('select sequence, hash from audit order by sequence desc limit 1').get() as
    | { sequence: number; hash: string }
    | undefined;
  if (head === undefined) throw refusedFile('changed');
  const seal = headSeal(purposeKey(databaseKey, 'audit-head'), head.sequence, head.hash);
  client.prepare('insert into audit_head (key, sequence, hash, seal) values (1, ?, ?, ?)').run(head.sequence, head.hash, seal);
  noteHead(folder, { ...head, seal });
}

function load(folder: string, databaseKey: Buffer, file: string, onRead: (doneBytes: number) => void): Loaded {
  createStoreFile(folder, databaseKey);
  const { client } = connect(storeFile(folder), databaseKey, 'write');
  try {
    client.pragma('foreign_keys = OFF');
    for (const { name } of client.prepare<[], { name: string }>("select name from sqlite_schema where type = 'trigger'").all()) {
      client.exec(`drop trigger "${name}"`);
    }
    const rows = loadRows(client, file, onRead);
    client.exec(recount);
    indexEveryPatient(client);
    sealHead(client, folder, databaseKey);
    setProtections(client);
    const practice = client.prepare('select id, name, demo from practice').get() as { id: string; name: string; demo: number } | undefined;
    if (practice === undefined) throw refusedFile('changed');
    type Row = { id: string; name: string; roles: string };
    const people = client.prepare<[], Row>('select id, name, roles from person where removed_at is null order by key').all();
    return {
      practice: { ...practice, demo: practice.demo === 1 },
      people: people.map((row) => ({ ...row, roles: JSON.parse(row.roles) as PersonRole[] })),
      rows,
    };
  } finally {
    client.close();
  }
}

/**
 * Makes a store of an export and checks it whole: chain, signatures, references. Runs long: off the main thread.
 * @throws Failure `file-refused`, `store-newer`, `disk-full`, `read-only`
 */
export function loadPractice(
  order: { readonly folder: string; readonly databaseKey: Buffer; readonly file: string },
  tell: { readonly onRead?: (doneBytes: number) => void; readonly onChecking?: () => void } = {},
): Loaded {
  return asFailure(() => {
    const { folder, databaseKey, file } = order;
    const loaded = load(folder, databaseKey, file, tell.onRead ?? (() => {}));
    tell.onChecking?.();
    const [problem] = verifyFolder(folder, databaseKey).problems;
    if (problem !== undefined) throw refusedFile('changed', { sequence: problem.sequence });
    return loaded;
  });
}
