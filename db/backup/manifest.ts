import { z } from 'zod';
import { Failure } from '../../shared/contract/failure.ts';
import { connect } from '../connection/connect.ts';
import { storeFile } from '../connection/open-store.ts';
import { rowCounts, versionOf } from '../migrate/migrate.ts';
import type { Moment } from '../moment.ts';

/** What is in a store, to hold two of them against each other: rows by table, and the newest audit row. */
export interface Contents {
  readonly schemaVersion: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly head: { readonly sequence: number; readonly hash: string };
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** What stands at the front of a backup, readable without a key; no name of a patient is in it. */
export const manifestSchema = z.object({
  format: z.literal('cauda-backup/1'),
  practice: z.object({ id: z.string().min(8), name: z.string(), demo: z.boolean() }),
  /** In UTC. */
  madeAt: z.iso.datetime(),
  /** Of the clinic's clock then, east positive: its days are the clinic's. */
  offsetMinutes: z.int().min(-1440).max(1440).default(0),
  /** Of the store. */
  bytes: z.int().min(0),
  sha256: z.object({ store: sha256, keys: sha256 }),
  schemaVersion: z.int().min(0),
  rows: z.record(z.string(), z.int().min(0)),
  head: z.object({ sequence: z.int().min(0), hash: z.string() }),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** When it was made, on the clinic's clock. */
export const madeAtOf = ({ madeAt, offsetMinutes }: Manifest): Moment => ({ at: new Date(madeAt), offsetMinutes });

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
