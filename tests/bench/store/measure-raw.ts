import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { foundRows, type MeasuredStore, pageRows, searchesBefore, today } from './measured-store.ts';
import type { MeasureOrder } from './order.ts';
import { median, percentile, times } from './timing.ts';

// The same operations as somebody would write them by hand: plain better-sqlite3, no encryption, no mapping, the same tables and the same durability.
const order = JSON.parse(readFileSync(0, 'utf8')) as MeasureOrder;

function open() {
  const client = new Database(order.folder);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  return client;
}

const listed =
  'select key, id, family_name, given_name, birth_date, sex, record_number, working_diagnosis, concluded, red_flag, red_flag_urgency, last_seen_on, review_on, drafts, deceased_on, merged_into, sort_key from patient';
const countsOf = (client: Database.Database) => {
  const counts = client.prepare(
    "select kind, sum(patients) from patient_count where kind in ('all', 'unsigned', 'red-flag') or (kind = 'seen' and day = ?) or (kind = 'review' and day <= ?) group by kind",
  );
  return () => counts.all(today, today);
};
const page = (client: Database.Database) => {
  const rows = client.prepare(`${listed} order by sort_key, key limit ? offset ?`);
  const counts = countsOf(client);
  return (offset: number) => [rows.all(pageRows, offset), counts()];
};

const openToFirstPage = median(
  times(
    5,
    () => {
      const opened = open();
      page(opened)(0);
      return opened;
    },
    { warmUp: 3, after: (opened) => opened.close() },
  ),
);
const client = open();
const list = page(client);
const counts = countsOf(client);

const word = client.prepare('select rowid from patient_word where patient_word match ? limit 201');
const part = client.prepare('select rowid from patient_part where patient_part match ? limit 201');
const ofKeys = client.prepare(`${listed} where key in (select value from json_each(?))`);
function search(text: string) {
  const typed =
    text
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const rows = word.all(typed.map((each) => `"${each}" *`).join(' AND ')) as { rowid: number }[];
  if (rows.length < 201 && typed.every((each) => each.length > 2)) {
    rows.push(...(part.all(typed.map((each) => `"${each}" *`).join(' AND ')) as { rowid: number }[]));
  }
  return [ofKeys.all(JSON.stringify(rows.slice(0, foundRows).map(({ rowid }) => rowid))), counts()];
}
const found = (index: number) => search(order.queries[index % order.queries.length] ?? '');
const searched = times(order.queries.length, found, { warmUp: searchesBefore });
const coldSearched = times(order.queries.length, found, { before: () => client.pragma('shrink_memory') });

const patient = client.prepare('select * from patient where id = ?');
const visits = client.prepare('select * from assessment where patient_key = ? order by on_day desc');
const conclusions = client.prepare('select content from conclusion where assessment_key = ? order by key desc limit 1');
const measurements = client.prepare('select * from measurement where patient_key = ? and finding in (select value from json_each(?))');
const answers = client.prepare(
  'select * from assessment join answer on assessment_key = assessment.key where patient_key = ? and finding in (select value from json_each(?))',
);
const treatments = client.prepare('select * from treatment where patient_key = ? order by started_on');
function record() {
  const { key } = patient.get(order.patientId) as { key: number };
  const findings = JSON.stringify(order.findings);
  const all = visits.all(key) as { key: number }[];
  return [all.map((visit) => conclusions.get(visit.key)), measurements.all(key, findings), answers.all(key, findings), treatments.all(key)];
}

const measured: MeasuredStore = {
  openToFirstPage,
  listPage: median(times(100, () => list(0), { warmUp: 3 })),
  middlePage: median(times(10, () => list(Math.floor(order.patients / 2)), { warmUp: 3 })),
  searchMedian: median(searched),
  search95: percentile(searched, 0.95),
  coldSearch95: percentile(coldSearched, 0.95),
  openRecord: median(times(50, record, { warmUp: 3 })),
  residentMegabytes: process.memoryUsage().rss / 2 ** 20,
};
client.close();
console.log(JSON.stringify(measured));
