import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { recordAnswer } from '../../../db/answers.ts';
import { startAssessment } from '../../../db/assessments.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import { connect } from '../../../db/connection/connect.ts';
import { storeFile } from '../../../db/connection/open-store.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { recordMeasurement } from '../../../db/measurements.ts';
import { createPatient } from '../../../db/patients.ts';
import { closeStore } from '../../../db/practice.ts';
import { changeSettings } from '../../../db/settings.ts';
import { addAddendum, signAssessment } from '../../../db/signing.ts';
import { carriedTables } from '../../../db/transfer/carried.ts';
import { addTreatment } from '../../../db/treatments.ts';
import { newPractice, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';
import { someResult } from './some-result.ts';

export interface WholeStore {
  readonly folder: string;
  readonly key: Buffer;
}

async function fill(): Promise<{ readonly bytes: Buffer; readonly key: Buffer }> {
  const { store, act, folder } = await newPractice();
  const key = Buffer.from(insideOf(store).databaseKey);
  changeSettings(store, act(), 'practice', { theme: 'dark' });
  const ids = [0, 1, 2, 3, 4, 5, 6].map((number) => createPatient(store, act(), details({ note: 'ä'.repeat(number * 700) })).id);
  for (const [number, patientId] of ids.entries()) {
    const { id } = startAssessment(store, act(), { patientId, setting: 'spine-clinic', on: '2026-11-20' });
    for (let seen = 0; seen < 40; seen += 1) {
      const answer = { finding: `made.up.${seen}`, state: 'present', value: seen / 4, entered: null } as const;
      recordAnswer(store, act(), { assessmentId: id, ...answer, seen });
    }
    const measured = { finding: 'made.up.1', value: number + 0.5, entered: null, on: '2026-11-22', note: '' };
    recordMeasurement(store, act(), { patientId, ...measured });
    const treatment = { pathway: null, name: 'Exercise', step: 1, dose: '', startedOn: '2026-11-21', endedOn: null } as const;
    addTreatment(store, act(), { patientId, details: { ...treatment, response: null, responseNote: '', reviewOn: null } });
    if (number % 2 === 1) continue;
    const conclusion = { agreement: 'agrees', reason: '', note: 'n', plan: 'p', forPatient: 'f', reviewOn: null } as const;
    concludeAssessment(store, act(), { assessmentId: id, conclusion: { ...conclusion, workingDiagnosis: [] }, list: {} });
    const facts = { setting: 'spine-clinic', patient: { ageYears: 76 }, findings: {} } as const;
    signAssessment(store, act(), { assessmentId: id, seen: 40, facts, result: someResult, list: {} });
    addAddendum(store, act(), { assessmentId: id, text: 'Later' });
  }
  closeStore(store);
  const { client } = connect(storeFile(folder), key, 'write');
  const moment = 'person_key, at, at_offset, audit_sequence';
  client.exec(`insert into outbox (key, id, kind, content, state, created_at, created_offset) values (1, 'o', 'copy', '{}', 'waiting', 1, 60);
    insert into document (key, id, patient_key, kind, content, ${moment}) values (1, 'd', 1, 'letter', 'Dear Dr Hill', 1, 2, 60, 3);
    insert or ignore into patient_identifier (key, patient_key, system, value, audit_sequence) values (1, 1, 'insurance', 'A 123', 2)`);
  client.close();
  return { bytes: readFileSync(storeFile(folder)), key };
}

let filled: ReturnType<typeof fill> | undefined;

/** A closed store of some dozens of pages: every table filled, the answers' tree two levels high, and records that go on over further pages. */
export async function wholeStore(): Promise<WholeStore> {
  filled ??= fill();
  const { bytes, key } = await filled;
  const folder = join(temporaryFolder(), 'Practice.cauda');
  mkdirSync(folder);
  writeFileSync(storeFile(folder), bytes);
  return { folder, key };
}

export type Row = Readonly<Record<string, unknown>>;
/** Every row by table and key. */
export type Rows = ReadonlyMap<string, Row>;

export function nameOf(table: string, row: Row): string {
  const order = carriedTables.find(({ name }) => name === table)?.order ?? '';
  return `${table} ${order.split(', ').map((column) => row[column])}`;
}

/** As SQLite reads them. */
export function rowsFrom(client: Database.Database): Rows {
  const rows = (name: string) => client.prepare<[], Row>(`select * from ${name}`).all();
  return new Map(carriedTables.flatMap(({ name }) => rows(name).map((row) => [nameOf(name, row), row] as const)));
}

export function rowsOf({ folder, key }: WholeStore): Rows {
  const { client } = connect(storeFile(folder), key, 'read');
  try {
    return rowsFrom(client);
  } finally {
    client.close();
  }
}

export interface Page {
  readonly page: number;
  /** The table or index whose page it is. */
  readonly of: string;
  readonly kind: 'internal' | 'leaf' | 'overflow';
  /** How many rows live there, wholly or in part. */
  readonly rows: number;
}

/** What each page holds, by SQLite's own account. */
export function pagesOf({ folder, key }: WholeStore): readonly Page[] {
  const { client } = connect(storeFile(folder), key, 'read');
  try {
    type Stat = { name: string; pageno: number; pagetype: Page['kind']; ncell: number };
    const stats = client.prepare<[], Stat>('select name, pageno, pagetype, ncell from dbstat order by pageno').all();
    return stats.map(({ name, pageno, pagetype, ncell }) => {
      const table = carriedTables.find((carried) => carried.name === name);
      // The inner pages of a table that has no numbers of its own hold rows as well.
      const holdsRows = table !== undefined && (pagetype !== 'internal' || table.order.includes(','));
      return { page: pageno, of: name, kind: pagetype, rows: !holdsRows ? 0 : pagetype === 'overflow' ? 1 : ncell };
    });
  } finally {
    client.close();
  }
}

/** The same files in another folder, to be damaged there. */
export function copyOf({ folder, key }: WholeStore): WholeStore {
  const copy = mkdtempSync(join(dirname(folder), 'copy-'));
  copyFileSync(storeFile(folder), storeFile(copy));
  return { folder: copy, key };
}
