/** How many of each are kept. */
const kept = { daily: 7, weekly: 4, monthly: 12 } as const;

/** Days since 1970, in UTC. */
const dayOf = (at: Date) => Math.floor(at.getTime() / 86_400_000);
/** 1970 began on a Thursday: weeks begin on Mondays. */
const weekOf = (at: Date) => Math.floor((dayOf(at) + 3) / 7);
const monthOf = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth();

/**
 * Which of the backups made at these moments are kept: the newest of each of the last 7 days, 4 weeks and 12 months that have one. The newest
 * of all is always kept.
 */
export function keptBackups(madeAt: readonly Date[]): ReadonlySet<Date> {
  const newestFirst = [...madeAt].sort((a, b) => b.getTime() - a.getTime());
  const keep = new Set<Date>();
  for (const [periodOf, count] of [[dayOf, kept.daily] as const, [weekOf, kept.weekly] as const, [monthOf, kept.monthly] as const]) {
    const periods = new Set<number>();
    for (const at of newestFirst) {
      if (periods.size === count) break;
      if (periods.has(periodOf(at))) continue;
      periods.add(periodOf(at));
      keep.add(at);
    }
  }
  return keep;
}

/** Whether a day has begun since the last backup. */
export function isBackupDue(lastMadeAt: Date | null, now: Date): boolean {
  return lastMadeAt === null || dayOf(now) > dayOf(lastMadeAt) || now.getTime() < lastMadeAt.getTime();
}
