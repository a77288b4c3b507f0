import { dayAfter, daysBetween } from '../../shared/calendar/days.ts';

export const timeRanges = ['quarter', 'year', 'all'] as const;
export type TimeRange = (typeof timeRanges)[number];

/** The days that a chart shows. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Room beside the first and last day, as a share of the span, so that their marks are whole. */
const edge = 0.015;

/** The last three months, the last year, or from the first day on; to today, with a little room. */
export function spanOf(range: TimeRange, days: readonly string[], today: string): Span {
  const [first = today] = [...days, dayAfter(today, -3, 'm')].sort();
  const from = range === 'quarter' ? dayAfter(today, -3, 'm') : range === 'year' ? dayAfter(today, -1, 'y') : first;
  const room = Math.ceil(daysBetween(from, today) * edge);
  return { from: range === 'all' ? dayAfter(from, -room, 'd') : from, to: dayAfter(today, room, 'd') };
}
