import Database from 'better-sqlite3';
import { recordAnswer } from '../../../db/answers.ts';
import { startAssessment } from '../../../db/assessments.ts';
import { openStore } from '../../../db/connection/open-store.ts';
import { closeStore } from '../../../db/practice.ts';
import type { generate } from './generate.ts';
import { rawSave } from './raw-save.ts';
import { median } from './timing.ts';

const saves = 500;
/** Saves before those that count: by then the log has its size and is written over, as in the middle of a working day. */
const warmUp = 400;

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/**
 * One answer, on disk when it is acknowledged, beside the same rows by hand on plain better-sqlite3 with the same durability; one after the other,
 * so that whatever else the disk does befalls both. Milliseconds, median.
 */
export function measureSaves(practice: Awaited<ReturnType<typeof generate>>): { readonly ours: number; readonly raw: number } {
  const { folder, key, personId, patientId, plainFile } = practice;
  const store = openStore(folder, Buffer.from(key), { beforeMigrating: () => {} });
  const act = { personId, origin: 'desktop', now: { at: new Date(1_800_000_000_000), offsetMinutes: 60 }, idempotencyId: null } as const;
  const { id: assessmentId } = startAssessment(store, act, { patientId, setting: 'spine-clinic', on: '2026-11-24' });
  const plain = new Database(plainFile);
  plain.pragma('journal_mode = WAL');
  plain.pragma('synchronous = FULL');
  plain.pragma('foreign_keys = ON');
  const byHand = rawSave(plain, { personId, patientId });
  const [ours, raw]: [number[], number[]] = [[], []];
  for (let seen = 0; seen < warmUp + saves; seen += 1) {
    const entered = { text: String(seen), unit: 'm' };
    const input = { assessmentId, finding: `made.up.${seen % 80}`, state: 'present', value: seen, entered, seen } as const;
    ours.push(timed(() => recordAnswer(store, act, input)));
    raw.push(timed(() => byHand(seen)));
  }
  closeStore(store);
  plain.close();
  return { ours: median(ours.slice(warmUp)), raw: median(raw.slice(warmUp)) };
}
