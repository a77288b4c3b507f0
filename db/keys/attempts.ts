import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/contract/failure.ts';
import type { Origin } from '../audit/write.ts';
import { failureOf } from '../connection/failure-of.ts';
import type { Moment } from '../moment.ts';
import { replaceFile } from './replace-file.ts';

/** More than slowed-down guessing makes in months; what is beyond is not kept. */
const mostUntold = 10_000;

const origins = ['desktop', 'browser', 'command-line'] as const satisfies readonly Origin[];
const count = z.object({ wrong: z.int().min(0), at: z.number() });
const untoldAttempt = z.object({
  id: z.uuid(),
  who: z.string().max(100),
  at: z.int(),
  offsetMinutes: z.int(),
  origin: z.enum(origins),
});
/** Wrong secrets in a row and when the last was tried (ms in UTC), by person or `recovery`; and each one that the audit does not tell of yet. */
const attempts = z.object({ counts: z.record(z.string(), count), untold: z.array(untoldAttempt).max(mostUntold) });
type Attempts = z.infer<typeof attempts>;

/** A secret that did not open: whose (a person's id, or `recovery`), when and from where. */
export type UntoldAttempt = z.infer<typeof untoldAttempt>;

const pathOf = (folder: string) => join(folder, 'attempts.json');
const free = 5;
const longestSeconds = 900;

/** Whatever else stands in the file counts as nothing: whoever can write it can remove it as well, and nobody is to be barred by it. */
function read(folder: string): Attempts {
  const nothing: Attempts = { counts: {}, untold: [] };
  try {
    const parsed: unknown = existsSync(pathOf(folder)) ? JSON.parse(readFileSync(pathOf(folder), 'utf8')) : nothing;
    const now = attempts.safeParse(parsed);
    if (now.success) return now.data;
    // As it was written before each attempt was kept: the counts alone.
    const before = z.record(z.string(), count).safeParse(parsed);
    return before.success ? { counts: before.data, untold: [] } : nothing;
  } catch {
    return nothing;
  }
}

/** On a disk that cannot be written, unlocking goes on uncounted: reading a record must not hang on it. */
function save(folder: string, { counts, untold }: Attempts): void {
  try {
    replaceFile(pathOf(folder), JSON.stringify({ counts, untold: untold.slice(0, mostUntold) }));
  } catch (error) {
    if (failureOf(error) === null) throw error;
  }
}

/** How long to wait after so many wrong ones: 2 s after the fifth, doubled with each, a quarter of an hour at most. */
export function waitSeconds(wrong: number): number {
  return wrong < free ? 0 : Math.min(longestSeconds, 2 ** (wrong - free + 1));
}

/** A try of a secret: whose, when, and from where. */
export interface Try {
  /** A person's id, or `recovery`. */
  readonly who: string;
  /** What the tries are counted under, where not under `who`. */
  readonly countedAs?: string;
  readonly origin: Origin;
  readonly now: Moment;
}

/** What a right secret gave, and how many wrong ones went before it. */
export interface Counted<T> {
  readonly result: T;
  readonly wrongBefore: number;
}

/** Being tried at this moment in this process: not failed yet. */
const underway = new Set<string>();

const attemptOf = ({ who, origin, now }: Try): UntoldAttempt => ({
  id: randomUUID(),
  who,
  at: now.at.getTime(),
  offsetMinutes: now.offsetMinutes,
  origin,
});

/** Seconds still to wait. Where the last try lies ahead, the clock was wrong then or is now: the whole wait runs, once, from here. */
function remaining(folder: string, { counts, untold }: Attempts, countedAs: string, now: Date): number {
  const last = counts[countedAs];
  if (last === undefined) return 0;
  const wait = waitSeconds(last.wrong);
  const passed = (now.getTime() - last.at) / 1000;
  if (passed >= 0) return Math.ceil(Math.max(0, wait - passed));
  save(folder, { counts: { ...counts, [countedAs]: { ...last, at: now.getTime() } }, untold });
  return wait;
}

/**
 * Tries a secret, counted and kept on disk before it is tried, so that killing the program does not undo it; the count outlasts a restart.
 * @throws Failure `slow-down` with the `seconds` to wait, and what `attempt` throws
 */
export async function counted<T>(folder: string, tried: Try, attempt: () => Promise<T>): Promise<Counted<T>> {
  const { countedAs = tried.who, now } = tried;
  const before = read(folder);
  const seconds = remaining(folder, before, countedAs, now.at);
  if (seconds > 0) throw new Failure('slow-down', { seconds });
  const wrongBefore = before.counts[countedAs]?.wrong ?? 0;
  const own = attemptOf(tried);
  underway.add(own.id);
  try {
    save(folder, {
      counts: { ...before.counts, [countedAs]: { wrong: wrongBefore + 1, at: now.at.getTime() } },
      untold: [...before.untold, own],
    });
    const result = await attempt();
    const { counts, untold } = read(folder);
    const { [countedAs]: _, ...others } = counts;
    save(folder, { counts: others, untold: untold.filter(({ id }) => id !== own.id) });
    return { result, wrongBefore };
  } finally {
    underway.delete(own.id);
  }
}

/** Keeps a try that was refused though its secret was right, as of somebody who was removed. */
export function keepRefused(folder: string, refused: Try): void {
  const { counts, untold } = read(folder);
  save(folder, { counts, untold: [...untold, attemptOf(refused)] });
}

/** What failed and the audit does not tell of yet, oldest first. */
export function untoldAttempts(folder: string): readonly UntoldAttempt[] {
  return read(folder).untold.filter(({ id }) => !underway.has(id));
}

/** Hands what is not told yet to the store that will tell of it, as where a backup takes a practice's place; gives what was handed on. */
export function handOnUntold(from: string, to: string): readonly UntoldAttempt[] {
  const untold = untoldAttempts(from);
  const there = read(to);
  if (untold.length > 0) save(to, { counts: there.counts, untold: [...there.untold, ...untold] });
  return untold;
}

/** The audit tells of these. */
export function forgetTold(folder: string, told: readonly UntoldAttempt[]): void {
  const ids = new Set(told.map(({ id }) => id));
  const { counts, untold } = read(folder);
  save(folder, { counts, untold: untold.filter(({ id }) => !ids.has(id)) });
}
