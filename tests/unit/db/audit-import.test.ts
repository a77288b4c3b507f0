import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startAssessment } from '../../../db/assessments.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { createPatient } from '../../../db/patients.ts';
import { addAddendum, signAssessment } from '../../../db/signing.ts';
import { exportPractice } from '../../../db/transfer/export-practice.ts';
import { loadPractice } from '../../../db/transfer/load-practice.ts';
import { newPractice, noon, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';
import { someResult } from './some-result.ts';

async function exported() {
  const { store, act, folder } = await newPractice();
  const { id: patientId } = createPatient(store, act(), details());
  const { id } = startAssessment(store, act(), { patientId, setting: 'primary-care', on: '2026-11-24' });
  const facts = { setting: 'primary-care', patient: {}, findings: {} } as const;
  signAssessment(store, act(), { assessmentId: id, seen: 0, facts, result: someResult, list: {} });
  addAddendum(store, act(), { assessmentId: id, text: 'Later' });
  const file = join(temporaryFolder(), 'practice.jsonl');
  exportPractice({ folder, databaseKey: insideOf(store).databaseKey, file, exportedAt: noon.at });
  const load = (changed: (lines: readonly string[]) => readonly string[]) => {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, `${changed(lines).join('\n')}\n`);
    return loadPractice({ folder: temporaryFolder(), databaseKey: Buffer.alloc(32, 7), file });
  };
  return { load };
}

const counted = (lines: readonly string[]) => [...lines.slice(0, -1), JSON.stringify({ end: true, lines: lines.length - 2 })];
const changed = (table: string, from: string, to: string) => (lines: readonly string[]) =>
  lines.map((line) => (line.startsWith(`{"table":"${table}"`) ? line.replace(from, to) : line));

test.each<[string, (lines: readonly string[]) => readonly string[]]>([
  ['the founder’s name', changed('person', 'Ada Stone', 'Ada Stein')],
  ['the practice’s name', changed('practice', 'Hill Practice', 'Vale Practice')],
  ['that an assessment is signed', changed('assessment', '"state":"signed"', '"state":"draft"')],
  ['what the list shows', changed('patient', '"concluded":0', '"concluded":1')],
  [
    'an addendum that is a copy of another',
    (lines) =>
      counted(
        lines.flatMap((line) =>
          line.startsWith('{"table":"addendum"') ? [line, line.replace('"key":1', '"key":2').replace(/"id":"./u, '"id":"x')] : [line],
        ),
      ),
  ],
])('an export in which somebody changed %s is refused', async (_, change) => {
  const { load } = await exported();
  expect(load((lines) => lines)).toMatchObject({ practice: { name: 'Hill Practice' } });
  expect(() => load(change)).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ code: 'file-refused', field: 'changed' }) }),
  );
});
