import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { assessmentRow, listAssessments, readAssessment } from '../../../db/assessments.ts';
import { replaySigned } from '../../../db/audit/replay-signed.ts';
import { verifyAndReplay } from '../../../db/audit/verify-and-replay.ts';
import { canonicalJson, sha256 } from '../../../db/canonical-json.ts';
import { connect } from '../../../db/connection/connect.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import { rowCounts, versionOf } from '../../../db/migrate/migrate.ts';
import { type Migration, migrations, schemaVersion } from '../../../db/migrate/released.ts';
import { droppedTables, withStrictTables } from '../../../db/migrate/strict-tables.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { openPractice } from '../../../db/practice.ts';
import * as tables from '../../../db/schema/tables.ts';
import { triggers } from '../../../db/schema/triggers.ts';
import { signedContent } from '../../../db/signature-rows.ts';
import { unlockKey } from '../../../db/unlock-key.ts';
import { replay } from '../../../shared/classification/replay.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import { cheap, closedAfter, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';

const folder = new URL('../../../db/migrations/', import.meta.url);
const fixtures = fileURLToPath(new URL('../../fixtures/stores/', import.meta.url));

test('the released list is what was generated, numbered without a gap, its drops reviewed', () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  expect(migrations.map(({ number, name }) => [number, `${name}.sql`])).toEqual(files.map((name, index) => [index + 1, name]));
  for (const { name, sql, reviewedDrops } of migrations) {
    expect(readFileSync(new URL(`${name}.sql`, folder), 'utf8')).toBe(sql);
    expect(withStrictTables(sql)).toBe(sql);
    expect(droppedTables(sql).filter((table) => !reviewedDrops.includes(table))).toEqual([]);
  }
});

test('a dropped table is noticed, whoever wrote it', () => {
  expect(droppedTables('PRAGMA foreign_keys=OFF;\nDROP TABLE `patient`;--> x\ndrop table answer;')).toEqual(['patient', 'answer']);
});

test('the migrated schema is the one that the program is written against', async () => {
  const { store } = await newPractice();
  const { client } = insideOf(store).reader;
  const known = Object.values(tables).filter((table) => is(table, SQLiteTable));
  expect(known.length).toBeGreaterThan(15);
  for (const table of known) {
    const there = client.pragma(`table_info(${getTableName(table)})`) as { name: string; type: string; notnull: number }[];
    const expected = Object.values(getTableColumns(table)).map((column) => [column.name, column.getSQLType(), Number(column.notNull)]);
    expect(there.map(({ name, type, notnull }) => [name, type.toLowerCase(), notnull])).toEqual(expected);
  }
});

/** A released version's store, as it was left then, with what was noted beside it: rows of every table, and the hash of each signed assessment. */
async function keptStore(name: string) {
  const practice = join(temporaryFolder(), 'Practice.cauda');
  cpSync(join(fixtures, name), practice, { recursive: true });
  const contents: Contents = JSON.parse(readFileSync(join(practice, 'contents.json'), 'utf8'));
  const [owner] = describePractice(practice).people;
  const personId = owner?.id ?? '';
  const key = await unlockKey(practice, { personId, passphrase, origin: 'desktop', now: noon });
  const inFile = <T>(read: (client: Database.Database) => T): T => {
    const { client } = connect(join(practice, 'store.db'), key, 'read');
    try {
      return read(client);
    } finally {
      client.close();
    }
  };
  return {
    practice,
    contents,
    key,
    inFile,
    state: () => inFile((client) => ({ version: versionOf(client), rows: Object.fromEntries(rowCounts(client)) })),
    open: (steps: readonly Migration[] = migrations, folder = practice) =>
      openPractice(folder, { personId, passphrase, origin: 'desktop', now: noon, cost: cheap, steps }),
  };
}
interface Contents {
  readonly rows: Readonly<Record<string, number>>;
  readonly signed: readonly { readonly id: string; readonly hash: string }[];
}
const newest = `schema-${schemaVersion}`;
const replayedWhole = (signed: number) => ({
  signed,
  signedIntact: signed,
  problems: [],
  replays: { same: signed, different: 0, differing: [], unknownRules: [] },
});

const clinicalTables = ['patient', 'assessment', 'answer', 'conclusion', 'signature', 'addendum', 'measurement', 'treatment'];

/** What drizzle-kit writes for as little as a changed default: each table made anew beside, filled, dropped and renamed, then its indexes. */
function rebuildOf(client: Database.Database, names: readonly string[]): Migration {
  const rebuilt = names.map((name) => {
    const { sql } = client.prepare("select sql from sqlite_schema where type = 'table' and name = ?").get(name) as { sql: string };
    const columns = (client.pragma(`table_info(${name})`) as { name: string }[]).map((column) => `"${column.name}"`).join(', ');
    const indexes = client.prepare("select sql from sqlite_schema where type = 'index' and tbl_name = ? and sql is not null").all(name);
    return [
      'PRAGMA foreign_keys=OFF;',
      `${sql.replace(/^CREATE TABLE ["`]\w+["`]/u, `CREATE TABLE \`__new_${name}\``).replaceAll(`"${name}".`, `"__new_${name}".`)};`,
      `INSERT INTO \`__new_${name}\`(${columns}) SELECT ${columns} FROM \`${name}\`;`,
      `DROP TABLE \`${name}\`;`,
      `ALTER TABLE \`__new_${name}\` RENAME TO \`${name}\`;`,
      'PRAGMA foreign_keys=ON;',
      ...(indexes as { sql: string }[]).map((index) => `${index.sql};`),
    ].join('\n');
  });
  return { number: schemaVersion + 1, name: 'rebuilt', reviewedDrops: names, sql: withStrictTables(rebuilt.join('\n')) };
}

test('the next migration may rebuild every clinical table: no child, trigger or index is lost, and what was signed replays', async () => {
  const kept = await keptStore(newest);
  const schemaOf = (client: Database.Database) =>
    client.prepare("select type, name from sqlite_schema where name not like 'sqlite_%' order by type, name").all();
  const before = { ...kept.state(), schema: kept.inFile(schemaOf) };
  expect(before.rows).toEqual(kept.contents.rows);
  for (const table of clinicalTables) expect(before.rows[table]).toBeGreaterThan(0);
  const next = kept.inFile((client) => rebuildOf(client, clinicalTables));
  const { store } = closedAfter(await kept.open([...migrations, next]));
  const after = kept.state();
  expect(after.version).toBe(before.version + 1);
  expect({ ...after.rows, audit: 0 }).toEqual({ ...before.rows, audit: 0 });
  expect(kept.inFile(schemaOf)).toEqual(before.schema);
  for (const { id } of kept.contents.signed) expect(readAssessment(store.reading, id).signature?.intact).toBe(true);
  expect(verifyAndReplay(kept.practice, kept.key)).toMatchObject(replayedWhole(kept.contents.signed.length));
  const there = insideOf(store).reader.client.prepare("select count(*) as rows from sqlite_schema where type = 'trigger'").get();
  expect(there).toEqual({ rows: triggers.length });
  const backup = join(kept.practice, 'backups', `before-${next.number}.cauda`);
  const opened = closedAfter(await kept.open(migrations, backup));
  expect(readAssessment(opened.store.reading, kept.contents.signed[0]?.id ?? '').signature?.intact).toBe(true);
});

test.each<[string, string]>([
  ['loses a row', 'delete from measurement;'],
  ['drops a table that nobody reviewed', 'drop table outbox;'],
  ['breaks a reference', 'update treatment set patient_key = 99;'],
  ['fails half way', 'create table extra (a integer) strict; insert into nowhere values (1);'],
])('a migration that %s is undone whole', async (_, sql) => {
  const { state, open, practice, contents } = await keptStore(newest);
  const before = state();
  await expect(open([...migrations, { number: schemaVersion + 1, name: 'bad', sql, reviewedDrops: [] }])).rejects.toThrow();
  expect(state()).toEqual(before);
  const { store } = closedAfter(await open());
  expect(readAssessment(store.reading, contents.signed[0]?.id ?? '').signature?.intact).toBe(true);
  expect(existsSync(join(practice, 'backups', `before-${schemaVersion + 1}.cauda`, 'store.db'))).toBe(true);
});

test('a store of every released version is kept', () => {
  const kept = readdirSync(fixtures).filter((name) => name.startsWith('schema-'));
  expect(kept.sort()).toEqual(migrations.map(({ number }) => `schema-${number}`).sort());
});

describe.each(migrations.map(({ number }) => `schema-${number}`))('the kept store of %s', (name) => {
  test('migrates without losing a row, and is listed and read as before', async () => {
    const kept = await keptStore(name);
    const before = kept.state();
    expect(before).toEqual({ version: Number(name.replace('schema-', '')), rows: kept.contents.rows });
    const { store } = closedAfter(await kept.open());
    const after = kept.state();
    // The sign-in is one more row of the trail, and the second person has the key that they had.
    expect(after.version).toBe(schemaVersion);
    expect(after.rows).toMatchObject({ ...before.rows, audit: (before.rows.audit ?? 0) + 1 });
    const list = listPatients(store.reading, { search: 'mueller eva', filter: 'all', offset: 0, limit: 9, today: '2026-11-24' });
    expect(list).toMatchObject({ total: 1, rows: [{ unsigned: true, reviewOn: '2026-04-01' }] });
    const [draft, signed] = listAssessments(store.reading, list.rows[0]?.id ?? '');
    expect([draft?.state, signed?.state, signed?.signature?.intact]).toEqual(['draft', 'signed', true]);
    expect(readAssessment(store.reading, signed?.id ?? '')).toMatchObject({ addenda: [{ text: 'Later' }] });
  });

  test('every signed assessment in it comes to the result that was signed, bit for bit', async () => {
    const kept = await keptStore(name);
    const { store } = closedAfter(await kept.open());
    const contents = kept.contents.signed.map(({ id, hash }) => {
      const content = signedContent(store.reading, assessmentRow(store.reading, id).key);
      if (content === null) throw new Error('A signature is gone');
      expect(sha256(canonicalJson(content))).toBe(hash);
      return content;
    });
    for (const { facts, result, rulesVersion } of contents) {
      expect(canonicalJson(replay(facts as CaseFacts, rulesVersion, result.caseId))).toBe(canonicalJson(result));
    }
    expect(new Set(contents.map(({ result }) => canonicalJson(result.conclusion))).size).toBeGreaterThan(4);
    expect(contents.filter(({ facts }) => (facts as CaseFacts).priors !== undefined)).toHaveLength(1);
    expect(verifyAndReplay(kept.practice, kept.key)).toMatchObject(replayedWhole(contents.length));
  });
});

test('a result that is not the engine’s is told from one by rules that this program does not hold', async () => {
  const { contents, open } = await keptStore(newest);
  const { store } = closedAfter(await open());
  const content = signedContent(store.reading, assessmentRow(store.reading, contents.signed[0]?.id ?? '').key);
  if (content === null) throw new Error('A signature is gone');
  const [first, ...others] = content.result.differential;
  if (first === undefined) throw new Error('A result without a differential');
  const nudged = { ...first, probability: first.probability + Number.EPSILON };
  expect(replaySigned(content)).toBe('same');
  expect(replaySigned({ ...content, result: { ...content.result, differential: [nudged, ...others] } })).toBe('different');
  expect(replaySigned({ ...content, facts: null })).toBe('different');
  expect(replaySigned({ ...content, rulesVersion: '9.0.0+00000000' })).toBe('unknown-rules');
});
