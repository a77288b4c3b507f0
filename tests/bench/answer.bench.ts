import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from './report.ts';
import { generate } from './store/generate.ts';
import { measure } from './store/measure.ts';

const patients = 200;

/** One answer, on disk when it is acknowledged, beside the same statements by hand on plain better-sqlite3 with the same durability. */
export async function run(report: Report): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'cauda-bench-'));
  try {
    const { folder, key, personId, patientId, plainFile } = await generate(parent, patients);
    const common = { patients, personId, patientId, findings: ['made.up.1'], queries: ['a'] };
    const ours = await measure('measure-ours.ts', { ...common, folder, key: key.toString('hex') });
    const raw = await measure('measure-raw.ts', { ...common, folder: plainFile, key: '' });
    report({
      measure: 'one durable answer, with its audit row',
      value: ours.saveAnswer,
      unit: 'ms',
      against: { what: 'raw better-sqlite3 without encryption', value: raw.saveAnswer },
      goal: { text: 'within 1.5 × raw', met: ours.saveAnswer / raw.saveAnswer <= 1.5 },
    });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
