import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { assessmentRow, listAssessments, readAssessment } from '../../../db/assessments.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { connect } from '../../../db/connection/connect.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { rowCounts, versionOf } from '../../../db/migrate/migrate.ts';
import { type Migration, migrations, schemaVersion } from '../../../db/migrate/released.ts';
import { droppedTables, withStrictTables } from '../../../db/migrate/strict-tables.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { closeStore, describePractice, openPractice } from '../../../db/practice.ts';
import * as tables from '../../../db/schema/tables.ts';
import { triggers } from '../../../db/schema/triggers.ts';
import { signedContent } from '../../../db/signature-rows.ts';
import { fillRecord } from './fixture-content.ts';
import { cheap, closedAfter, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';
import { someResult } from './some-result.ts';

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

/** What drizzle-kit writes for as little as a changed default. */
const rebuild: Migration = {
  number: schemaVersion + 1,
  name: 'rebuilt',
  reviewedDrops: ['patient'],
  sql: withStrictTables(
    [
      'PRAGMA foreign_keys=OFF;',
      (migrations[0]?.sql ?? '')
        .match(/CREATE TABLE `patient` \([\s\S]*?\n\)(?: STRICT)?;/u)?.[0]
        .replace('`patient`', '`__new_patient`') ?? '',
      'INSERT INTO `__new_patient` SELECT * FROM `patient`;',
      'DROP TABLE `patient`;',
      'ALTER TABLE `__new_patient` RENAME TO `patient`;',
      'PRAGMA foreign_keys=ON;',
    ]
      .join('\n')
      .replaceAll('"patient".', '"__new_patient".'),
  ),
};

async function filled() {
  const made = await newPractice();
  const record = fillRecord(made.store, made.act);
  const key = Buffer.from(insideOf(made.store).databaseKey);
  closeStore(made.store);
  const state = () => {
    const { client } = connect(join(made.folder, 'store.db'), key, 'read');
    try {
      return { version: versionOf(client), rows: Object.fromEntries(rowCounts(client)) };
    } finally {
      client.close();
    }
  };
  const open = (steps: readonly Migration[]) =>
    openPractice(made.folder, { personId: made.person.id, passphrase, origin: 'desktop', now: noon, cost: cheap, steps });
  return { ...made, ...record, key, state, open };
}

test('a rebuilt parent keeps every child, its triggers and its record; a checked backup was made before', async () => {
  const { folder: practice, key, state, open, patientId, signedId, person } = await filled();
  const before = state();
  expect(before.rows).toMatchObject({ patient: 1, assessment: 2, answer: 4, signature: 1, measurement: 1, treatment: 1 });
  const { store } = closedAfter(await open([...migrations, rebuild]));
  const after = state();
  expect(after.version).toBe(before.version + 1);
  expect({ ...after.rows, audit: 0 }).toEqual({ ...before.rows, audit: 0 });
  expect(listAssessments(store.reading, patientId)).toHaveLength(2);
  expect(readAssessment(store.reading, signedId).signature?.intact).toBe(true);
  const there = insideOf(store).reader.client.prepare("select count(*) as rows from sqlite_schema where type = 'trigger'").get();
  expect(there).toEqual({ rows: triggers.length });
  expect(verifyFolder(practice, key).problems).toEqual([]);
  const backup = join(practice, 'backups', `before-${rebuild.number}.cauda`);
  const opened = closedAfter(await openPractice(backup, { personId: person.id, passphrase, origin: 'desktop', now: noon, cost: cheap }));
  expect(readAssessment(opened.store.reading, signedId).signature?.intact).toBe(true);
});

test.each<[string, string]>([
  ['loses a row', 'delete from measurement;'],
  ['breaks a reference', 'update treatment set patient_key = 99;'],
  ['fails half way', 'create table extra (a integer) strict; insert into nowhere values (1);'],
])('a migration that %s is undone whole', async (_, sql) => {
  const { state, open, patientId } = await filled();
  const before = state();
  await expect(open([...migrations, { number: schemaVersion + 1, name: 'bad', sql, reviewedDrops: [] }])).rejects.toThrow();
  expect(state()).toEqual(before);
  const { store } = closedAfter(await open(migrations));
  expect(listAssessments(store.reading, patientId)).toHaveLength(2);
  expect(existsSync(join(store.folder, 'backups', `before-${schemaVersion + 1}.cauda`, 'store.db'))).toBe(true);
});

test('every released version’s store is kept, migrates, and its signed assessments still hold', async () => {
  const versions = readdirSync(fixtures).filter((name) => name.startsWith('schema-'));
  expect(versions.sort()).toEqual(migrations.map(({ number }) => `schema-${number}`));
  for (const name of versions) {
    const practice = join(temporaryFolder(), 'Practice.cauda');
    mkdirSync(practice);
    cpSync(join(fixtures, name), practice, { recursive: true });
    const [person] = describePractice(practice).people;
    const opening = { personId: person?.id ?? '', passphrase, origin: 'desktop', now: noon, cost: cheap } as const;
    const { store } = closedAfter(await openPractice(practice, opening));
    const list = listPatients(store.reading, { search: 'mueller', filter: 'all', offset: 0, limit: 9, today: '2026-11-24' });
    expect(list).toMatchObject({ total: 1, rows: [{ unsigned: true, concluded: true, reviewOn: '2027-01-01' }] });
    const [draft, signed] = listAssessments(store.reading, list.rows[0]?.id ?? '');
    expect([draft?.state, signed?.state, signed?.signature?.intact]).toEqual(['draft', 'signed', true]);
    expect(readAssessment(store.reading, signed?.id ?? '')).toMatchObject({ sequence: 3, answered: 3, addenda: [{ text: 'Later' }] });
    // All that a replay needs was frozen with it.
    const { key } = assessmentRow(store.reading, signed?.id ?? '');
    const facts = { setting: 'spine-clinic', patient: { ageYears: 76 }, findings: { 'made.up.0': 12.5, 'made.up.1': false } };
    expect(signedContent(store.reading, key)).toMatchObject({ facts, result: someResult, rulesVersion: someResult.rulesVersion });
    expect(verifyFolder(practice, insideOf(store).databaseKey).problems).toEqual([]);
  }
});
