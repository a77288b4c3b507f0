import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Act, Origin } from '../../../db/audit/write.ts';
import { backUp, backUpWhereDue } from '../../../db/backup/backups.ts';
import { newestIn } from '../../../db/backup/backups-in.ts';
import { failureOf } from '../../../db/connection/failure-of.ts';
import type { Store } from '../../../db/connection/store.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import { schemaVersion } from '../../../db/migrate/released.ts';
import type { Moment } from '../../../db/moment.ts';
import { Failure, type FailureData } from '../../../shared/contract/failure.ts';
import type { Clock } from '../clock.ts';
import { describeError } from '../describe-error.ts';
import type { Log } from '../log.ts';
import type { Practices } from '../practices.ts';
import { placesToBackUp } from './backup-places.ts';
import type { PlanFile } from './backup-plan.ts';
import { assertStillOpen, type Work } from './work.ts';

/** Backups that nobody asked for: once a day in each place while the practice is open, and after the store was migrated. */
export interface AutomaticBackups {
  /** The practice was opened: look whether one is due, once the first screens are there. */
  soon(origin: Origin): void;
  /** The same for a practice that no backup fits any more, after a restore or a new database key: one is made in any case. */
  soonAnew(origin: Origin): void;
  /** Why the last one was not made; null where it was. */
  failure(): FailureData | null;
  stop(): void;
}

export interface Pace {
  readonly firstAfterMilliseconds: number;
  readonly everyMilliseconds: number;
}
export const usualPace: Pace = { firstAfterMilliseconds: 15_000, everyMilliseconds: 10 * 60_000 };

interface Surroundings {
  readonly practices: Practices;
  readonly plan: PlanFile;
  readonly work: Work;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pace;
}

/** The newest backup there was made before the store was brought up to date. */
function isFromBeforeMigration(folder: string, practiceId: string, now: Moment): boolean {
  const newest = newestIn(folder, practiceId, now);
  return newest !== null && newest.manifest.schemaVersion < schemaVersion;
}

export function createAutomaticBackups({ practices, plan, work, clock, log, pace }: Surroundings): AutomaticBackups {
  let failure: FailureData | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  /** Places in which a backup was made since the practice was put in place anew; null where none need be. */
  let anewIn: Set<string> | null = null;

  /** A second folder that is away is a stick that is not plugged in: one made in its place would deceive. */
  function foldersNow(store: Store): readonly string[] {
    const there = placesToBackUp(store, plan.read()).filter(({ place, folder }) => place === 'own' || existsSync(folder));
    return there.map(({ folder }) => folder);
  }

  async function backUpInto(store: Store, origin: Origin, folders: readonly string[]): Promise<void> {
    // Nobody's act: the program does it by itself.
    const act: Act = { personId: '', origin, now: clock.now(), idempotencyId: null };
    const { id } = describePractice(store.folder);
    const failed: unknown[] = [];
    for (const folder of folders) {
      if (anewIn?.has(folder) ?? !isFromBeforeMigration(folder, id, act.now)) continue;
      try {
        await backUp(store, act, folder);
        anewIn?.add(folder);
      } catch (error) {
        // A full stick keeps no other place from its own, nor has them make another every ten minutes.
        failed.push(error);
      }
    }
    if (failed.length === 0) anewIn = null;
    const made = await backUpWhereDue(store, act, folders);
    if (made.length > 0) log.info('backed-up');
    if (failed.length > 0) throw failed[0];
  }

  async function look(origin: Origin): Promise<void> {
    const store = practices.home();
    if (store === null || (plan.read().schedule !== 'daily' && anewIn === null)) return;
    try {
      await work.run('backup', () => {
        assertStillOpen(store);
        return backUpInto(store, origin, foldersNow(store));
      });
      failure = null;
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      failure = (failureOf(error) ?? new Failure('internal', { reference })).data;
      log.error('backup-failed', { reference, ...describeError(error) });
    }
  }

  function wait(milliseconds: number, origin: Origin): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void look(origin).finally(() => wait(pace.everyMilliseconds, origin)), milliseconds);
    timer.unref();
  }

  return {
    soon: (origin) => wait(pace.firstAfterMilliseconds, origin),
    soonAnew(origin) {
      anewIn = new Set();
      wait(pace.firstAfterMilliseconds, origin);
    },
    failure: () => failure,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
