import { dayAfter } from '../../shared/calendar/days.ts';

export const timeRanges = ['quarter', 'year', 'all'] as const;
export type TimeRange = (typeof timeRanges)[number];

/** The days that a chart shows. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The last three months, the last year, or from a little before the first day on; to today. */
export function spanOf(range: TimeRange, days: readonly string[], today: string): Span {
  if (range === 'quarter') return { from: dayAfter(today, -3, 'm'), to: today };
  if (range === 'year') return { from: dayAfter(today, -1, 'y'), to: today };
  const [first = today] = [...days, dayAfter(today, -3, 'm')].sort();
  return { from: dayAfter(first, -10, 'd'), to: today };
}
