import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { Failure } from '../../shared/contract/failure.ts';
import type { Person, PersonRole } from '../../shared/contract/values.ts';
import { headSeal, purposeKey } from '../audit/chain.ts';
import { verifyFolder } from '../audit/verify-folder.ts';
import { connect, databaseKeyBytes } from '../connection/connect.ts';
import { failureOf } from '../connection/failure-of.ts';
import { createStoreFile, storeFile } from '../connection/open-store.ts';
import { assertSuitableFolder } from '../data-folder.ts';
import { type KeyFile, writeKeyFile } from '../keys/key-file.ts';
import { makeRecoveryKey, normalRecoveryKey } from '../keys/recovery-key.ts';
import { currentCost, wrapKey } from '../keys/slots.ts';
import { setProtections } from '../migrate/migrate.ts';
import { type Opened, openPractice, recoverySlot, slotUse, type Unlocking } from '../practice.ts';
import { noteEvent } from '../records.ts';
import { recount } from '../schema/triggers.ts';
import { indexEveryPatient } from '../search/index-patient.ts';
import { loadRows } from './load-rows.ts';

interface Loaded {
  readonly practice: KeyFile['practice'];
  readonly people: readonly Person[];
  readonly rows: number;
}

function sealHead(client: Database.Database, databaseKey: Buffer): void {
  const head = client.prepare('select sequence, hash from audit order by sequence desc limit 1').get() as
    | { sequence: number; hash: string }
    | undefined;
  if (head === undefined) throw new Failure('store-damaged');
  const seal = headSeal(purposeKey(databaseKey, 'audit-head'), head.sequence, head.hash);
  client.prepare('insert into audit_head (key, sequence, hash, seal) values (1, ?, ?, ?)').run(head.sequence, head.hash, seal);
}

function load(folder: string, databaseKey: Buffer, file: string): Loaded {
  createStoreFile(folder, databaseKey);
  const { client } = connect(storeFile(folder), databaseKey, 'write');
  try {
    client.pragma('foreign_keys = OFF');
    for (const { name } of client.prepare<[], { name: string }>("select name from sqlite_schema where type = 'trigger'").all()) {
      client.exec(`drop trigger "${name}"`);
    }
    const rows = loadRows(client, file);
    client.exec(recount);
    indexEveryPatient(client);
    sealHead(client, databaseKey);
    setProtections(client);
    const practice = client.prepare('select id, name, demo from practice').get() as { id: string; name: string; demo: number } | undefined;
    if (practice === undefined) throw new Failure('store-damaged');
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

export interface Imported extends Opened {
  readonly recoveryKey: string;
  readonly rows: number;
}

/**
 * Makes a practice from an export (`FORMAT.md`): built beside, its chain, signatures and references checked, then moved into place. Opens with
 * a new passphrase for one of its people (the first owner where `personId` is empty) and a new recovery key; the others are given theirs after.
 * @throws Failure `practice-exists`, `invalid` with the line in `limit`, `store-newer`, `store-damaged` where the file does not hang together,
 * `not-found` where the person is not in it, `disk-full`, `read-only`, `folder-unsuitable`
 */
export async function importPractice(file: string, folder: string, unlocking: Unlocking): Promise<Imported> {
  assertSuitableFolder(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Failure('practice-exists');
  const { cost = currentCost } = unlocking;
  const making = `${folder}.${randomBytes(4).toString('hex')}.making`;
  const databaseKey = randomBytes(databaseKeyBytes);
  const recoveryKey = makeRecoveryKey();
  try {
    mkdirSync(making, { recursive: true });
    const { practice, people, rows } = load(making, databaseKey, file);
    if (verifyFolder(making, databaseKey).problems.length > 0) throw new Failure('store-damaged');
    const person = people.find(({ id, roles }) => (unlocking.personId === '' ? roles.includes('owner') : id === unlocking.personId));
    if (person === undefined) throw new Failure('not-found');
    const [own, recovery] = await Promise.all([
      wrapKey(databaseKey, unlocking.passphrase, slotUse(practice.id, person.id), cost),
      wrapKey(databaseKey, normalRecoveryKey(recoveryKey), slotUse(practice.id, recoverySlot), cost),
    ]);
    const slots = { people: { [person.id]: own }, recovery };
    writeKeyFile(making, { format: 'cauda-keys/1', practice, people: [person], slots }, databaseKey);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(making, folder);
    const opened = await openPractice(folder, { ...unlocking, personId: person.id });
    const act = { personId: person.id, origin: unlocking.origin, now: unlocking.now, idempotencyId: null };
    noteEvent(opened.store, act, 'practice.import', { kind: 'practice', id: practice.id, patientId: null, detail: { rows } });
    return { ...opened, recoveryKey, rows };
  } catch (error) {
    throw failureOf(error) ?? error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}
