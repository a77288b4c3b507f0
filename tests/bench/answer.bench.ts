import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from './report.ts';
import { generate } from './store/generate.ts';
import { measureSaves } from './store/measure-saves.ts';

/** One durable answer in a small practice. */
export async function run(report: Report): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'cauda-bench-'));
  try {
    const { ours, raw } = measureSaves(await generate(parent, 200));
    report({
      measure: 'one durable answer, with its audit row',
      value: ours,
      unit: 'ms',
      against: { what: 'raw better-sqlite3 without encryption', value: raw },
      goal: { text: 'within 1.5 × raw', met: ours / raw <= 1.5 },
    });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
