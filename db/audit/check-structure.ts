import Database from 'better-sqlite3';
import { type Reading, sqlReads } from '../connection/handles.ts';
import { setProtections } from '../migrate/migrate.ts';
import { migrations, schemaVersion } from '../migrate/released.ts';
import type { Tell } from './problem.ts';

const inSchema = `select type, name, coalesce(sql, '') as sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\' order by type, name`;
const inSql = sqlReads((prepare) => ({
  schema: prepare(inSchema),
  version: prepare('select user_version as version from pragma_user_version'),
  integrity: prepare('pragma integrity_check(10)'),
  references: prepare('pragma foreign_key_check'),
}));

interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/** As it is meant: SQLite itself quotes and spaces anew what it renames. */
const plainSql = (text: string) =>
  text
    .replaceAll(/[`"]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?([(),;]) ?/gu, '$1')
    .replace(/^create virtual table if not exists/iu, 'create virtual table')
    .toLowerCase();

/** Everything that a store of a version is made of, as the released migrations make it. */
function madeOf(version: number): readonly Part[] {
  const client = new Database(':memory:');
  try {
    for (const { number, sql } of migrations) if (number <= version) client.exec(sql);
    if (version === schemaVersion) setProtections(client);
    return client.prepare<[], Part>(inSchema).all();
  } finally {
    client.close();
  }
}

const madeOnce = new Map<number, readonly Part[]>();

/** The schema's version of the store, as its file says. */
export function versionIn(reading: Reading): number {
  return (inSql(reading).version.get() as { version: number }).version;
}

/**
 * Tables, indexes and triggers: each there as this program makes it, and none beside. An older version's triggers this program does not hold;
 * they are set anew when it is opened.
 */
function checkSchema(reading: Reading, tell: Tell): void {
  const version = Math.min(versionIn(reading), schemaVersion);
  const made = madeOnce.get(version) ?? madeOf(version);
  madeOnce.set(version, made);
  const isCompared = ({ type, name }: Part) => version === schemaVersion || (type !== 'trigger' && !/^patient_(word|part)/u.test(name));
  const there = new Map((inSql(reading).schema.all() as Part[]).filter(isCompared).map((part) => [`${part.type} ${part.name}`, part]));
  for (const part of made.filter(isCompared)) {
    const same = there.get(`${part.type} ${part.name}`);
    there.delete(`${part.type} ${part.name}`);
    if (same === undefined || plainSql(same.sql) !== plainSql(part.sql)) tell({ code: 'protection-missing', subject: part.name });
  }
  for (const { name } of there.values()) tell({ code: 'protection-foreign', subject: name });
}

/** SQLite's own check of every page and reference, and what the file is made of. */
export function checkStructure(reading: Reading, tell: Tell): void {
  const { integrity, references } = inSql(reading);
  const said = integrity.all() as { integrity_check: string }[];
  if (said.some((row) => row.integrity_check !== 'ok') || references.all().length > 0) tell({ code: 'file-damaged' });
  checkSchema(reading, tell);
}
