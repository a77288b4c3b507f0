import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import { failureOf } from '../connection/failure-of.ts';
import { replaceFile } from './replace-file.ts';

/** Wrong passphrases in a row, and when the last was tried (ms in UTC), by person or `recovery`. */
type Attempts = Record<string, { readonly wrong: number; readonly at: number }>;

const pathOf = (folder: string) => join(folder, 'attempts.json');
const free = 5;
const longestSeconds = 900;

function read(folder: string): Attempts {
  try {
    return existsSync(pathOf(folder)) ? JSON.parse(readFileSync(pathOf(folder), 'utf8')) : {};
  } catch {
    return {};
  }
}

/** On a disk that cannot be written, unlocking goes on uncounted: reading a record must not hang on it. */
function save(folder: string, attempts: Attempts): void {
  try {
    replaceFile(pathOf(folder), JSON.stringify(attempts));
  } catch (error) {
    if (failureOf(error) === null) throw error;
  }
}

/** How long to wait after so many wrong ones: 2 s after the fifth, doubled with each, a quarter of an hour at most. */
export function waitSeconds(wrong: number): number {
  return wrong < free ? 0 : Math.min(longestSeconds, 2 ** (wrong - free + 1));
}

/** Seconds still to wait. A clock set back does not shorten the wait beyond the whole of it, nor prolong it. */
function remaining(entry: { readonly wrong: number; readonly at: number } | undefined, now: Date): number {
  if (entry === undefined) return 0;
  const wait = waitSeconds(entry.wrong);
  const passed = (now.getTime() - entry.at) / 1000;
  return Math.ceil(Math.min(wait, wait - passed));
}

/** What a right secret gave, and how many wrong ones went before it. */
export interface Counted<T> {
  readonly result: T;
  readonly wrongBefore: number;
}

/**
 * Tries a secret, counted on disk before it is tried, so that killing the program does not uncount it; the count outlasts a restart.
 * @throws Failure `slow-down` with the `seconds` to wait, and what `attempt` throws
 */
export async function counted<T>(folder: string, who: string, now: Date, attempt: () => Promise<T>): Promise<Counted<T>> {
  const before = read(folder);
  const seconds = remaining(before[who], now);
  if (seconds > 0) throw new Failure('slow-down', { seconds });
  const wrongBefore = before[who]?.wrong ?? 0;
  save(folder, { ...before, [who]: { wrong: wrongBefore + 1, at: now.getTime() } });
  const result = await attempt();
  const { [who]: _, ...others } = read(folder);
  save(folder, others);
  return { result, wrongBefore };
}
