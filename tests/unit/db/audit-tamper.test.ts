import type Database from 'better-sqlite3';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as schema from '../../../db/schema/tables.ts';
import { wholePractice } from './audit-whole-practice.ts';

let practice: Awaited<ReturnType<typeof wholePractice>>;
beforeAll(async () => {
  practice = await wholePractice();
}, 60_000);
afterAll(() => practice.close());

/** Tables that nothing of ours writes yet: whatever stands there is found. */
const unwritten = ['document', 'outbox'];
/** Cells that may differ while the record is the same. */
const free: Readonly<Record<string, string>> = {
  'patient_identifier.key': 'made anew with every change of the patient; their order is told by the patient',
};
/** A count that has come down to nothing may stay, go, or be called anything. */
const isNothing = (table: string, row: Row) => table === 'patient_count' && row.patients === 0;

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

const tables = Object.values(schema)
  .filter((table) => is(table, SQLiteTable))
  .map((table) => ({ name: getTableName(table), columns: Object.values(getTableColumns(table)) }));
const written = tables.filter(({ name }) => !unwritten.includes(name));

/** Other values of the same kind, the first of which that the table takes is put there. */
function others(value: Cell, type: string): readonly (string | number)[] {
  if (value === null) return [type === 'text' ? '2026-11-23' : 1];
  if (typeof value === 'number') return [value + 1, value + 1000];
  if (/^[[{]/u.test(value)) return [value.replace(/[a-w]/u, 'x'), `${value} `, '["x"]'].filter((other) => other.trim() !== value);
  const [first = ''] = value;
  const digit = /\d/u.test(first) ? (first === '2' ? '1' : '2') : null;
  return [`${digit ?? (first === 'z' ? 'y' : 'z')}${value.slice(1)}`, `${value}z`];
}

const literal = (value: Cell | undefined) => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? null));
const rowsOf = (table: string) =>
  (practice.client.prepare(`select * from ${table} limit 3`).all() as Row[]).filter((row) => !isNothing(table, row));
const isRow = (row: Row) =>
  Object.entries(row)
    .map(([column, value]) => `${column} is ${literal(value)}`)
    .join(' and ');

function changeCell(client: Database.Database, table: string, column: string, row: Row, values: readonly Cell[]): boolean {
  return values.some((value) => {
    try {
      return client.prepare(`update ${table} set ${column} = ? where ${isRow(row)}`).run(value).changes === 1;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false;
      throw error;
    }
  });
}

test('a practice with every kind of row is whole', () => {
  expect(practice.whole).toEqual([]);
  expect(practice.foundAfter(() => {})).toEqual([]);
  for (const { name } of written) expect([name, rowsOf(name).length > 0]).toEqual([name, true]);
  for (const name of unwritten) expect([name, rowsOf(name)]).toEqual([name, []]);
});

describe.each(written)('$name', ({ name, columns }) => {
  const told = columns.filter((column) => free[`${name}.${column.name}`] === undefined);

  test.each(told.map((column) => [column.name, column.getSQLType()]))('another %s is found', (column, type) => {
    for (const row of rowsOf(name)) {
      let isChanged = false;
      const found = practice.foundAfter((client) => {
        isChanged = changeCell(client, name, column, row, others(row[column] ?? null, type));
      });
      expect([column, row[column], isChanged, found.length > 0]).toEqual([column, row[column], true, true]);
    }
  });

  test('a row that is taken away is found', () => {
    for (const row of rowsOf(name)) {
      const found = practice.foundAfter((client) => client.exec(`delete from ${name} where ${isRow(row)}`));
      expect([isRow(row), found.length > 0]).toEqual([isRow(row), true]);
    }
  });

  test('a row that is added, as another one is, is found', () => {
    const [row] = rowsOf(name);
    const copy = columns.map((column) => {
      const value = row?.[column.name] ?? null;
      if (column.name === 'key') return name === 'list_stretch' ? value : 900;
      if (column.name === 'assessment_key' && name === 'signature')
        return practice.client.prepare("select key from assessment where state = 'draft'").pluck().get();
      if (name === 'list_stretch' && column.name === 'sort_key') return 'b';
      if (name === 'audit' && column.name === 'sequence') return 900;
      if (name === 'answer' && column.name === 'sequence') return 900;
      return /^(id|record_number|system|scope|day|idempotency_id)$/u.test(column.name) && typeof value === 'string' ? `${value}z` : value;
    });
    const found = practice.foundAfter((client) =>
      client.prepare(`insert into ${name} values (${columns.map(() => '?').join(', ')})`).run(...copy),
    );
    expect(found.length).toBeGreaterThan(0);
  });
});

const moment = 'person_key, at, at_offset, audit_sequence';
const patientColumns = () => (practice.client.pragma('table_info(patient)') as { name: string }[]).map(({ name }) => name);

test.each<[string, string, readonly string[]]>([
  [
    'a signed assessment is a draft again',
    "update assessment set state = 'draft'",
    ['content-changed signature', 'signature-broken signature'],
  ],
  [
    'a signed assessment is a draft again, its signature gone',
    "update assessment set state = 'draft'; delete from signature",
    ['content-gone signature'],
  ],
  ['a draft passes for signed', "update assessment set state = 'signed'", ['signature-broken signature', 'content-changed']],
  ['a draft changes hands', 'update assessment set owner_key = 2', ['content-changed assessment']],
  [
    'an addendum is slipped in that borrows another one’s telling',
    `insert into addendum (id, assessment_key, text, ${moment}) select 'forged', assessment_key, 'Forged', ${moment} from addendum limit 1`,
    ['untold addendum'],
  ],
  [
    'a measurement is slipped in',
    `insert into measurement (id, patient_key, finding, value, on_day, note, ${moment}) select 'forged', patient_key, finding, 9, on_day, note, ${moment} from measurement limit 1`,
    ['untold measurement'],
  ],
  [
    'an answer is slipped into a draft, and counted',
    `insert into answer select assessment_key, sequence + 1, finding, state, '9', null, null, person_key, at, at_offset, sequence, audit_sequence
       from answer where assessment_key = 2 and sequence = 3;
     update assessment set sequence = 4 where key = 2`,
    ['untold answer'],
  ],
  [
    'a conclusion is slipped in',
    `insert into conclusion (assessment_key, content, ${moment}) select assessment_key, replace(content, '2026', '2027'), ${moment} from conclusion where key = 2`,
    ['untold conclusion'],
  ],
  [
    'a patient is another one, told by another patient’s row',
    `update patient set family_name = 'Forged', birth_date = '1900-01-01', audit_sequence = (select audit_sequence from patient where key = 2) where key = 1`,
    ['untold patient'],
  ],
  [
    'a patient is another one, told by the row of a reading',
    `update patient set family_name = 'Forged', audit_sequence = (select max(sequence) from audit where action = 'record.open') where key = 1`,
    ['content-changed patient'],
  ],
  [
    'a treatment is another one, told by another one’s row',
    `update treatment set name = 'Forged', audit_sequence = (select audit_sequence from treatment where key = 3) where key = 1`,
    ['untold treatment'],
  ],
  ['an assistant is an owner', `update person set roles = '["owner"]', audit_sequence = 1 where key = 2`, ['content-changed person']],
  ['the founder has another name', `update person set name = 'Dr Other' where key = 1`, ['content-changed person']],
  ['who left is back', 'update person set removed_at = null where key = 3', ['content-changed person']],
  [
    'somebody is slipped in',
    `insert into person select 9, 'forged', name, roles, created_at, created_offset, null, audit_sequence from person where key = 1`,
    ['untold person'],
  ],
  ['another signed', 'update signature set person_key = 2', ['content-changed signature']],
  ['another concluded, at another time', 'update conclusion set person_key = 2, at = 0', ['content-changed conclusion']],
  ['the practice is gone', 'delete from practice', ['content-gone practice']],
  ['the settings are gone', 'delete from setting', ['content-gone setting']],
  ['a setting is back', `update setting set value = '3' where name = 'idleMinutes'`, ['content-changed setting']],
  [
    'a red flag is hidden',
    'update patient set red_flag = null, red_flag_urgency = null',
    ['list-changed patient', 'counts-changed red-flag'],
  ],
  ['a draft is hidden from the list', 'update patient set drafts = 0', ['list-changed patient', 'counts-changed unsigned']],
  ['a patient is not found', `update patient set search_text = ''`, ['list-changed patient']],
  ['the kept counts are gone', 'delete from patient_count', ['counts-changed all']],
  ['the list has no stretches', 'delete from list_stretch', ['counts-changed list']],
  ['the index of words is empty', 'delete from patient_word', ['search-changed patient']],
  ['the index of parts is empty', 'delete from patient_part', ['search-changed patient']],
  [
    'a patient is found by another word',
    `delete from patient_word where rowid = 1; insert into patient_word (rowid, words) values (1, 'a b c d e')`,
    ['search-changed patient'],
  ],
  ['the index holds somebody who is not there', `insert into patient_part (rowid, words) values (99, 'abc')`, ['search-changed patient']],
  ['the index of words is gone', 'drop table patient_word', ['protection-missing patient_word', 'search-changed null']],
  ['an index is gone', 'drop index patient_by_name', ['protection-missing patient_by_name']],
  [
    'an index is another one',
    'drop index patient_by_name; create index patient_by_name on patient (key)',
    ['protection-missing patient_by_name'],
  ],
  [
    'a trigger rewrites what is recorded',
    `create trigger sneaky after insert on audit begin update patient set note = 'x'; end`,
    ['protection-foreign sneaky'],
  ],
  ['a view is added', 'create view sneaky as select * from patient', ['protection-foreign sneaky']],
  ['a person is deleted', 'delete from person where key = 2', ['content-gone person', 'content-changed assessment']],
  ['a patient with assessments is deleted', 'delete from patient where key = 1', ['content-gone patient', 'content-changed assessment']],
  [
    'an audit row is about nobody',
    `update audit set subject_id = 'nobody' where action = 'answer.record' and sequence % 3 = 0`,
    ['row-changed answer', 'content-gone answer'],
  ],
  [
    'an audit row says nothing that can be read',
    `update audit set detail = 'x' where action = 'answer.record'`,
    ['row-changed answer', 'content-gone answer'],
  ],
  [
    'a signed content is no text of ours, with its hash',
    `update signature set content = 'x', content_hash = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'`,
    ['content-changed signature', 'signature-broken signature'],
  ],
])('found: %s', (_, sql, expected) => {
  const found = practice.foundAfter((client) => client.exec(sql)).map(({ code, subject }) => `${code} ${subject}`);
  for (const each of expected) expect(found).toContainEqual(expect.stringContaining(each));
});

test('a patient is slipped in who borrows another one’s telling', () => {
  const columns = patientColumns().filter((name) => name !== 'key');
  const values = columns.map((name) => (name === 'id' ? "'forged'" : name === 'record_number' ? "'X9'" : name));
  const found = practice.foundAfter((client) =>
    client.exec(`insert into patient (${columns}) select ${values} from patient where key = 1`),
  );
  expect(found).toContainEqual(expect.objectContaining({ code: 'untold', subject: 'patient', subjectId: 'forged' }));
});

test.each(unwritten)('whatever stands in %s is found', (table) => {
  const row = {
    document: `insert into document (id, patient_key, kind, content, ${moment}) values ('d', 1, 'letter', 'x', 1, 1, 60, 4)`,
    outbox: `insert into outbox (id, kind, content, state, created_at, created_offset) values ('o', 'copy', '{}', 'waiting', 1, 60)`,
  }[table];
  expect(practice.foundAfter((client) => client.exec(row ?? ''))).toContainEqual(
    expect.objectContaining({ code: 'untold', subject: table }),
  );
});
