import { join } from 'node:path';
import Database from 'better-sqlite3';
import { connect } from '../../../db/connection/connect.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { migrate, setProtections } from '../../../db/migrate/migrate.ts';
import { migrations } from '../../../db/migrate/released.ts';
import { closeStore, createPractice } from '../../../db/practice.ts';
import { fillPractice } from './fill-practice.ts';

const withoutTriggers = (client: Database.Database) => {
  for (const { name } of client.prepare<[], { name: string }>("select name from sqlite_schema where type = 'trigger'").all()) {
    client.exec(`drop trigger ${name}`);
  }
};

/** The encrypted practice and the plain file, with the same rows. */
export async function generate(parent: string, patients: number) {
  const folder = join(parent, 'Bench.cauda');
  const now = { at: new Date('2026-01-01T00:00:00Z'), offsetMinutes: 60 };
  const person = { name: 'Bench', roles: ['clinician', 'owner'], passphrase: 'a bench passphrase' } as const;
  const cost = { N: 2 ** 10, r: 8, p: 1 };
  const made = await createPractice(folder, { practiceName: 'Bench', demo: true, person, origin: 'command-line', now, cost });
  const key = Buffer.from(insideOf(made.store).databaseKey);
  closeStore(made.store);
  const encrypted = connect(join(folder, 'store.db'), key, 'write').client;
  withoutTriggers(encrypted);
  fillPractice(encrypted, patients, made.person.id);
  const { sequence, hash } = encrypted.prepare('select sequence, hash from audit order by sequence desc limit 1').get() as {
    sequence: number;
    hash: string;
  };
  encrypted.prepare('update audit_head set sequence = ?, hash = ?').run(sequence, hash);
  const { id: patientId } = encrypted.prepare('select id from patient where key = 1').get() as { id: string };
  setProtections(encrypted);
  encrypted.close();

  const plainFile = join(parent, 'plain.db');
  const plain = new Database(plainFile);
  plain.pragma('journal_mode = WAL');
  migrate(plain, migrations, () => {});
  withoutTriggers(plain);
  plain
    .prepare("insert into person (id, name, roles, created_at, created_offset, audit_sequence) values (?, 'Bench', '[]', 0, 0, 0)")
    .run(made.person.id);
  plain.prepare("insert into audit values (1, 0, 0, '', '', '', '', '', null, '{}', '', null, ?)").run('0'.repeat(64));
  plain.prepare("insert into audit_head values (1, 1, ?, '')").run('0'.repeat(64));
  fillPractice(plain, patients, made.person.id);
  plain.exec('update audit_head set sequence = (select max(sequence) from audit)');
  plain.close();
  return { folder, key, personId: made.person.id, patientId, plainFile };
}
