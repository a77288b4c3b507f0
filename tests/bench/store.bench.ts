import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeBackup } from '../../db/backup/make-backup.ts';
import type { BenchOptions, Report } from './report.ts';
import { generate } from './store/generate.ts';
import { measure } from './store/measure.ts';
import { measureSaves } from './store/measure-saves.ts';
import { type MeasuredStore, searches } from './store/measured-store.ts';
import { partialQuery, samplePerson } from './store/sample-people.ts';
import { below, seeded } from './store/seeded.ts';

function queriesFor(patients: number): readonly string[] {
  const people = seeded(patients);
  const random = seeded(7);
  const sample = Array.from({ length: Math.min(patients, 5000) }, (_, index) => samplePerson(people, index + 1));
  return Array.from({ length: searches }, () => partialQuery(random, sample[below(random, sample.length)] ?? samplePerson(random, 1)));
}

async function plainBackupSeconds(file: string, into: string): Promise<number> {
  const client = new Database(file, { readonly: true });
  const started = performance.now();
  await client.backup(into);
  client.close();
  return (performance.now() - started) / 1000;
}

type Measures = MeasuredStore & { readonly saveAnswer: number };

async function measureSize(report: Report, patients: number): Promise<Measures> {
  const parent = mkdtempSync(join(tmpdir(), 'cauda-bench-'));
  try {
    const practice = await generate(parent, patients);
    const { folder, key, personId, patientId, plainFile } = practice;
    const common = { patients, personId, patientId, findings: ['made.up.1', 'made.up.2', 'made.up.3'], queries: queriesFor(patients) };
    const ours = await measure('measure-ours.ts', { ...common, folder, key: key.toString('hex') });
    const raw = await measure('measure-raw.ts', { ...common, folder: plainFile, key: '' });
    const tell = (measure: string, name: keyof MeasuredStore, goal?: { text: string; met: (value: number, ratio: number) => boolean }) =>
      report({
        measure: `${measure}, ${patients} patients`,
        value: ours[name],
        unit: name === 'residentMegabytes' ? 'MB' : 'ms',
        against: { what: 'raw SQL without encryption', value: raw[name] },
        ...(goal === undefined ? {} : { goal: { text: goal.text, met: goal.met(ours[name], ours[name] / raw[name]) } }),
      });
    tell('open to first page', 'openToFirstPage');
    tell('page of the list', 'listPage', { text: 'within 2 × raw', met: (_, ratio) => ratio <= 2 });
    tell('page in the middle of the list', 'middlePage');
    tell('search, median', 'searchMedian');
    tell('search, 95th percentile', 'search95', { text: 'under 10 ms', met: (value) => value < 10 });
    tell('search with an empty page cache, 95th percentile', 'coldSearch95', { text: 'under 10 ms', met: (value) => value < 10 });
    tell('open a record with 1000 measurements', 'openRecord', {
      text: 'under 20 ms, within 2 × raw',
      met: (value, ratio) => value < 20 && ratio <= 2,
    });
    tell('resident memory', 'residentMegabytes', { text: 'under 200 MB', met: (value) => value < 200 });

    const saving = measureSaves(practice);
    report({
      measure: `save one answer durably, ${patients} patients`,
      value: saving.ours,
      unit: 'ms',
      against: { what: 'raw SQL without encryption', value: saving.raw },
      goal: { text: 'within 1.5 × raw', met: saving.ours / saving.raw <= 1.5 },
    });
    const bytes = statSync(join(folder, 'store.db')).size;
    report({
      measure: `file size for each patient, ${patients} patients`,
      value: bytes / patients,
      unit: 'bytes',
      against: { what: 'without encryption', value: statSync(plainFile).size / patients },
    });
    const started = performance.now();
    makeBackup({ folder, databaseKey: key, into: join(parent, 'backup.tar'), madeAt: { at: new Date(), offsetMinutes: 0 } }, () => {});
    const seconds = (performance.now() - started) / 1000;
    const plainSeconds = await plainBackupSeconds(plainFile, join(parent, 'plain-backup.db'));
    report({
      measure: `backup, checked and packed, ${patients} patients`,
      value: bytes / 2 ** 20 / seconds,
      unit: 'MB/s',
      against: { what: 'SQLite’s unchecked backup without encryption', value: statSync(plainFile).size / 2 ** 20 / plainSeconds },
    });
    return { ...ours, saveAnswer: saving.ours };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** How a practice of any size feels; with several sizes, that no cost grows faster than the logarithm of the size. */
export async function run(report: Report, { patients: sizes }: BenchOptions): Promise<void> {
  const measured: { readonly patients: number; readonly ours: Measures }[] = [];
  for (const patients of sizes) measured.push({ patients, ours: await measureSize(report, patients) });
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined || first === last) return;
  const allowed = Math.log(last.patients) / Math.log(first.patients);
  for (const name of [
    'openToFirstPage',
    'listPage',
    'middlePage',
    'searchMedian',
    'search95',
    'coldSearch95',
    'openRecord',
    'saveAnswer',
  ] as const) {
    const grown = last.ours[name] / first.ours[name];
    const text = `no faster than the logarithm (${allowed.toFixed(2)} ×), or under 1 ms`;
    report({
      measure: `${name}: growth from ${first.patients} to ${last.patients} patients`,
      value: grown,
      unit: '×',
      goal: { text, met: grown <= allowed || last.ours[name] < 1 },
    });
  }
}
