import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeArchive } from '../../../db/backup/archive.ts';
import { connect } from '../../../db/connection/connect.ts';
import { storeFile } from '../../../db/connection/open-store.ts';
import { opened } from '../../../db/salvage/page-cipher.ts';
import { salvage } from '../../../db/salvage/salvage.ts';
import { type Salvaged, type SalvageOrder, salvageStore } from '../../../db/salvage/salvage-store.ts';
import { carriedTables } from '../../../db/transfer/carried.ts';
import { kindsOfRows } from '../../../shared/contract/keeping.ts';
import { copyOf, nameOf, type Page, pagesOf, type Row, type Rows, rowsFrom, rowsOf, type WholeStore, wholeStore } from './whole-store.ts';

const pageBytes = 4096;

function salvagedOf({ folder, key }: WholeStore, readDisk?: SalvageOrder['readDisk']): { readonly rows: Rows; readonly told: Salvaged } {
  const file = join(folder, 'salvage.jsonl');
  rmSync(file, { force: true });
  const told = salvageStore({ folder, databaseKey: key, file, ...(readDisk === undefined ? {} : { readDisk }) }, () => {});
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const end = JSON.parse(lines.pop() ?? '');
  expect(end).toEqual({ format: 'cauda-salvage/1', end: true, lines: lines.length, ...told });
  const rows = new Map(lines.map((line) => JSON.parse(line)).map(({ table, row }) => [nameOf(table, row), row]));
  // Each row once.
  expect(rows.size).toBe(lines.length);
  return { rows, told };
}

/** What is there must be as it was; gives what is not there, counted by table. */
function lostFrom(whole: Rows, rows: Rows): Record<string, number> {
  const lost: Record<string, number> = {};
  for (const [name, row] of whole) {
    const table = name.split(' ')[0] ?? '';
    if (rows.has(name)) expect(rows.get(name)).toEqual(row);
    else lost[table] = (lost[table] ?? 0) + 1;
  }
  for (const name of rows.keys()) expect(whole.has(name), name).toBe(true);
  return lost;
}

function damage({ folder }: WholeStore, pages: readonly number[], how: (page: Buffer) => void): void {
  const bytes = readFileSync(storeFile(folder));
  for (const page of pages) how(bytes.subarray((page - 1) * pageBytes, page * pageBytes));
  writeFileSync(storeFile(folder), bytes);
}
const noise = (page: Buffer) => void randomBytes(page.length).copy(page);
const flip = (page: Buffer) => void page.writeUInt8(page.readUInt8(2000) ^ 0x10, 2000);

const bounds = (pages: readonly Page[]) => {
  const most: Record<string, number> = {};
  for (const { of, rows } of pages) if (rows > 0) most[of] = (most[of] ?? 0) + rows;
  return most;
};

function expectWithin(lost: Record<string, number>, most: Record<string, number>): void {
  for (const [table, count] of Object.entries(lost)) expect(count, table).toBeLessThanOrEqual(most[table] ?? 0);
}

test('the contract names every kind of row that a store holds', () => {
  expect(kindsOfRows).toEqual(carriedTables.map(({ name }) => name));
});

test('of a whole store everything is read, in the order of its keys, and nothing is called missing', async () => {
  const store = await wholeStore();
  const { rows, told } = salvagedOf(store);
  expect(lostFrom(rowsOf(store), rows)).toEqual({});
  expect(told).toMatchObject({ missing: {}, pages: { unreadable: 0 }, damagedInLog: 0, firstPageLost: false, checked: true });
  expect(told.pages.all).toBe(readFileSync(storeFile(store.folder)).length / pageBytes);
  expect([...rows.keys()].filter((name) => name.startsWith('audit '))).toEqual(
    [...rowsOf(store).keys()].filter((name) => name.startsWith('audit ')),
  );
});

test.each([
  ['noise', noise],
  ['one flipped bit', flip],
])(
  'whichever page is damaged by %s, only the rows that live on it are lost',
  async (_, how) => {
    const store = await wholeStore();
    const whole = rowsOf(store);
    const pages = pagesOf(store);
    expect(pages.length).toBeGreaterThan(60);
    const kindsWithRows = new Set(pages.filter(({ rows }) => rows > 0).map(({ kind }) => kind));
    expect([...kindsWithRows].sort()).toEqual(['internal', 'leaf', 'overflow']);
    const tables = new Set(carriedTables.map(({ name }) => name));
    for (const page of pages) {
      const damaged = copyOf(store);
      damage(damaged, [page.page], how);
      const { rows, told } = salvagedOf(damaged);
      const where = JSON.stringify(page);
      const lost = lostFrom(whole, rows);
      expect(lost, where).toEqual(bounds([page]));
      const isSaltLost = page.page === 1 && how === noise;
      expect(told.checked, where).toBe(!isSaltLost);
      expect(told.firstPageLost, where).toBe(page.page === 1);
      const withoutRows = tables.has(page.of) ? 0 : 1;
      if (!isSaltLost) expect(told.pages, where).toEqual({ all: pages.length, unreadable: 1, withoutRows, unplaced: 0 });
      // What is missing is told by number, or, where a table stood on that one page, by name.
      const isNumberKnown = Object.keys(told.missing).length > 0;
      if (isNumberKnown) expect(told.missing, where).toEqual(lost);
      else expect(told.perhaps, where).toEqual(tables.has(page.of) ? [page.of] : []);
      rmSync(damaged.folder, { recursive: true });
    }
  },
  120_000,
);

test('where the salt alone is damaged everything is read, and said to be unchecked', async () => {
  const store = await wholeStore();
  const whole = rowsOf(store);
  damage(store, [1], (page) => void page.writeUInt8(page.readUInt8(3) ^ 1, 3));
  const { rows, told } = salvagedOf(store);
  expect(lostFrom(whole, rows)).toEqual({});
  expect(told).toMatchObject({ checked: false, firstPageLost: false, missing: {} });
});

test('of an empty file nothing is read, and nothing is called whole', async () => {
  const store = await wholeStore();
  truncateSync(storeFile(store.folder), 0);
  const { rows, told } = salvagedOf(store);
  expect(rows.size).toBe(0);
  expect(told).toMatchObject({ checked: false, firstPageLost: true, missing: { practice: 1, person: 1 } });
});

test('without its first page, its own list of tables and every page that leads to others, all other rows are told by their look', async () => {
  const store = await wholeStore();
  const leading = pagesOf(store).filter(({ of, kind }) => of === 'sqlite_schema' || kind === 'internal');
  const whole = rowsOf(store);
  damage(
    store,
    leading.map(({ page }) => page),
    noise,
  );
  const { rows, told } = salvagedOf(store);
  expect(lostFrom(whole, rows)).toEqual(bounds(leading));
  expect(told).toMatchObject({ firstPageLost: true, checked: false });
  expect(told.missing).toEqual(bounds(leading));
});

test('a backup beside the store gives the lost salt back, so that every page is checked', async () => {
  const store = await wholeStore();
  const whole = rowsOf(store);
  const [answers] = pagesOf(store).filter(({ of, kind }) => of === 'answer' && kind === 'leaf');
  const { page, rows: onPage } = answers ?? expect.unreachable();
  mkdirSync(join(store.folder, 'backups'));
  for (const name of ['unlike.cauda-backup.tar', 'broken.cauda-backup.tar'])
    writeFileSync(join(store.folder, 'backups', name), randomBytes(2000));
  const entries = [
    { name: 'manifest.json', text: '{}' },
    { name: 'store.db', file: storeFile(store.folder) },
  ];
  writeArchive(join(store.folder, 'backups', 'whole.cauda-backup.tar'), entries, new Date(0));
  damage(store, [1], noise);
  damage(store, [page], flip);
  const { rows, told } = salvagedOf(store);
  expect(lostFrom(whole, rows)).toEqual({ answer: onPage });
  expect(told).toMatchObject({ checked: true, firstPageLost: true, pages: { unreadable: 2 }, missing: { answer: onPage } });
});

test('of a store whose first half is destroyed the second is read', async () => {
  const store = await wholeStore();
  const whole = rowsOf(store);
  const pages = pagesOf(store);
  const lostPages = pages.filter(({ page }) => page <= pages.length / 2);
  damage(
    store,
    lostPages.map(({ page }) => page),
    noise,
  );
  const { rows, told } = salvagedOf(store);
  expectWithin(lostFrom(whole, rows), bounds(lostPages));
  expect(rows.size).toBeGreaterThan(100);
  expect(told).toMatchObject({ firstPageLost: true, checked: false });
});

test('of a store that was cut off, in the middle of a page, everything before is read', async () => {
  const store = await wholeStore();
  const whole = rowsOf(store);
  const pages = pagesOf(store);
  const kept = Math.floor(pages.length * 0.6);
  truncateSync(storeFile(store.folder), kept * pageBytes + 1000);
  const { rows, told } = salvagedOf(store);
  const lostPages = pages.filter(({ page }) => page > kept);
  expectWithin(lostFrom(whole, rows), bounds(lostPages));
  expect(told).toMatchObject({ checked: true, pages: { all: pages.length, unreadable: lostPages.length } });
  expect(Object.keys(told.missing)).toContain('audit');
});

/** The store wipes what it gives back; this connection does not, and may change what is protected. */
function carelessly({ folder, key }: WholeStore, sql: string): void {
  const { client } = connect(storeFile(folder), key, 'write');
  client.pragma('secure_delete = OFF');
  client.pragma('foreign_keys = OFF');
  for (const name of client.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
    client.exec(`drop trigger ${name}`);
  client.exec(sql);
  client.close();
}

test('a disk that cannot read its bad sectors loses what stands on them', async () => {
  const store = await wholeStore();
  const whole = rowsOf(store);
  const bad = pagesOf(store).filter(({ of, kind }) => of === 'answer' && kind === 'leaf');
  const isBad = (at: number) => bad.some(({ page }) => at === (page - 1) * pageBytes);
  const { rows, told } = salvagedOf(store, (file, into, at) => {
    if (isBad(at)) throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    return readSync(file, into, 0, into.length, at);
  });
  expect(lostFrom(whole, rows)).toEqual(bounds(bad));
  expect(told.pages.unreadable).toBe(bad.length);
});

test('what was deleted does not come back from pages that were given back', async () => {
  const store = await wholeStore();
  const many = 'with recursive n(n) as (select 2 union all select n + 1 from n where n < 900)';
  carelessly(
    store,
    `insert into patient_identifier (patient_key, system, value, audit_sequence) ${many} select 1, 'system ' || n, 'value ' || n, 2 from n;
     delete from patient_identifier where key > 1`,
  );
  expect(readFileSync(storeFile(store.folder)).length / pageBytes).toBeGreaterThan(pagesOf(store).length + 5);
  const { rows, told } = salvagedOf(store);
  expect(lostFrom(rowsOf(store), rows)).toEqual({});
  expect(told.missing).toEqual({});
});

/** A second table with another version of every patient; gives its rows. */
function otherVersions({ folder, key }: WholeStore, later: number): readonly Row[] {
  const { client } = connect(storeFile(folder), key, 'write');
  try {
    const made = String(client.prepare("select sql from sqlite_schema where name = 'patient'").pluck().get());
    client.exec(made.replaceAll(/[`"]patient[`"]/gu, 'other'));
    client.exec(`insert into other select * from patient; update other set note = 'other', audit_sequence = audit_sequence + ${later}`);
    return client.prepare<[], Row>('select * from other').all();
  } finally {
    client.close();
  }
}

test.each([-1000, 1000])('of two versions of a row the one of the later audit row is given, where no tree tells (%d)', async (later) => {
  const store = await wholeStore();
  const before = rowsOf(store);
  const others = otherVersions(store, later);
  damage(store, [1], noise);
  const { rows, told } = salvagedOf(store);
  expect(told.firstPageLost).toBe(true);
  const newer = later > 0 ? others.map((row) => [nameOf('patient', row), row] as const) : [];
  expect(lostFrom(new Map([...before, ...newer]), rows)).toEqual({});
});

test('of two versions of a row the one that the tree leads to is given, where the list of free pages is lost', async () => {
  const store = await wholeStore();
  const before = rowsOf(store);
  otherVersions(store, 1000);
  carelessly(store, 'drop table other');
  const first = opened(readFileSync(storeFile(store.folder)).subarray(0, pageBytes), 1, store.key);
  damage(store, [first.readUInt32BE(32)], noise);
  const { rows, told } = salvagedOf(store);
  expect(told).toMatchObject({ pages: { unreadable: 1, unplaced: 1 }, missing: {} });
  expect(lostFrom(before, rows)).toEqual({});
});

const logHead = 32;
const frameBytes = 24 + pageBytes;

/** A copy of store and log while both are open, after each of the steps. */
function writtenTo(
  store: WholeStore,
  ...steps: readonly string[]
): readonly { readonly copy: WholeStore; readonly rows: Rows; readonly log: Buffer }[] {
  const { client } = connect(storeFile(store.folder), store.key, 'write');
  try {
    client.pragma('wal_autocheckpoint = 0');
    return steps.map((sql) => {
      client.exec(sql);
      const copy = copyOf(store);
      const log = readFileSync(`${storeFile(store.folder)}-wal`);
      writeFileSync(`${storeFile(copy.folder)}-wal`, log);
      return { copy, rows: rowsFrom(client), log };
    });
  } finally {
    client.close();
  }
}

const addMeasurements = (count: number) => `begin; with recursive n(n) as (select 1 union all select n + 1 from n where n < ${count})
  insert into measurement (id, patient_key, finding, value, on_day, note, person_key, at, at_offset, audit_sequence)
  select hex(randomblob(16)), 1, 'made.up.2', n + 0.5, '2026-11-23', '', 1, 5, 60, 5 from n; commit`;

test('rows that are in the log alone are read, and even give a first page back that the file has lost', async () => {
  const [written] = writtenTo(await wholeStore(), `${addMeasurements(300)}; create table further (key integer primary key)`);
  const { copy, rows } = written ?? expect.unreachable();
  expect(lostFrom(rows, salvagedOf(copy).rows)).toEqual({});
  damage(copy, [1], noise);
  const { rows: found, told } = salvagedOf(copy);
  expect(lostFrom(rows, found)).toEqual({});
  expect(told).toMatchObject({ firstPageLost: false, checked: true, missing: {} });
});

test('what was not committed to the log is not read', async () => {
  const [first, second] = writtenTo(await wholeStore(), addMeasurements(300), addMeasurements(200));
  const { copy, log } = second ?? expect.unreachable();
  writeFileSync(`${storeFile(copy.folder)}-wal`, log.subarray(0, log.length - 100));
  expect(lostFrom(first?.rows ?? new Map(), salvagedOf(copy).rows)).toEqual({});
});

test('a damaged frame of the log loses its own page, and nothing that was committed after it', async () => {
  const [first, second] = writtenTo(await wholeStore(), addMeasurements(300), addMeasurements(200));
  const { copy, rows, log } = second ?? expect.unreachable();
  const frames = (log.length - logHead) / frameBytes;
  for (let frame = 0; frame < frames - 1; frame += 1) {
    for (const how of [noise, (bytes: Buffer) => void bytes.writeUInt8(bytes.readUInt8(3000) ^ 1, 3000)]) {
      const damaged = Buffer.from(log);
      how(damaged.subarray(logHead + frame * frameBytes, logHead + (frame + 1) * frameBytes));
      writeFileSync(`${storeFile(copy.folder)}-wal`, damaged);
      const { rows: found, told } = salvagedOf(copy);
      const lost = lostFrom(rows, found);
      // A page of this table holds some sixty rows at the most.
      expectWithin(lost, { measurement: 70 });
      expect(told.damagedInLog, `frame ${frame}`).toBe(1);
    }
  }
  const headless = Buffer.from(log);
  noise(headless.subarray(0, logHead));
  writeFileSync(`${storeFile(copy.folder)}-wal`, headless);
  expect(lostFrom(rows, salvagedOf(copy).rows)).toEqual({});
  expect(first?.rows.size).toBeLessThan(rows.size);
}, 120_000);

test('what an unfinished transaction left behind the newest is not taken for newer', async () => {
  const [, second, third] = writtenTo(await wholeStore(), addMeasurements(10), addMeasurements(20), addMeasurements(400));
  const { copy, log } = second ?? expect.unreachable();
  const [other] = writtenTo(copy, addMeasurements(30));
  const { copy: overwritten, rows, log: newer } = other ?? expect.unreachable();
  expect(newer.subarray(0, log.length).equals(log)).toBe(true);
  const left = third?.log.subarray(newer.length) ?? Buffer.alloc(0);
  expect(left.length).toBeGreaterThan(frameBytes);
  writeFileSync(`${storeFile(overwritten.folder)}-wal`, Buffer.concat([newer, left]));
  expect(lostFrom(rows, salvagedOf(overwritten).rows)).toEqual({});
});

test('it runs in the store’s thread and tells how far it is', async () => {
  const store = await wholeStore();
  carelessly(store, addMeasurements(20_000));
  const progress: number[] = [];
  const file = join(store.folder, 'salvage.jsonl');
  const order = { folder: store.folder, databaseKey: store.key, file };
  const told = await salvage(order, ({ doneBytes, ofBytes }) => progress.push(doneBytes / ofBytes));
  expect(told.rows.measurement).toBe(20_007);
  expect(progress.length).toBeGreaterThan(2);
  expect([...progress].sort((one, other) => one - other)).toEqual(progress);
  expect(progress.at(-1)).toBeLessThanOrEqual(1);
  await expect(salvage(order)).rejects.toMatchObject({ code: 'file-not-written' });
}, 120_000);
