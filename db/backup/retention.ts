import type { Moment } from '../moment.ts';

/** How many of each are kept. */
const kept = { daily: 7, weekly: 4, monthly: 12 } as const;

const local = ({ at, offsetMinutes }: Moment) => at.getTime() + offsetMinutes * 60_000;
/** Days since 1970, on the clinic's clock as it was set then. */
const dayOf = (moment: Moment) => Math.floor(local(moment) / 86_400_000);
/** 1970 began on a Thursday: weeks begin on Mondays. */
const weekOf = (moment: Moment) => Math.floor((dayOf(moment) + 3) / 7);
function monthOf(moment: Moment): number {
  const day = new Date(local(moment));
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
}

/** Made by a clock that was once wrong: such a one says nothing of which is the newest. */
export const isAhead = (made: Moment, now: Moment) => made.at.getTime() > now.at.getTime();

/**
 * Which of the backups made at these moments are kept: the newest of each of the last 7 days, 4 weeks and 12 months that have one. The newest
 * of all is always kept; one dated after now is kept as well, and stands for no day.
 */
export function keptBackups(madeAt: readonly Moment[], now: Moment): ReadonlySet<Moment> {
  const newestFirst = madeAt.filter((made) => !isAhead(made, now)).sort((a, b) => b.at.getTime() - a.at.getTime());
  const keep = new Set(madeAt.filter((made) => isAhead(made, now)));
  for (const [periodOf, count] of [[dayOf, kept.daily] as const, [weekOf, kept.weekly] as const, [monthOf, kept.monthly] as const]) {
    const periods = new Set<number>();
    for (const made of newestFirst) {
      if (periods.size === count) break;
      if (periods.has(periodOf(made))) continue;
      periods.add(periodOf(made));
      keep.add(made);
    }
  }
  return keep;
}

/** Whether a day has begun, on the clinic's clock, since the last backup; `last` is the newest that is not dated after now. */
export function isBackupDue(last: Moment | null, now: Moment): boolean {
  return last === null || dayOf(now) > dayOf(last);
}
