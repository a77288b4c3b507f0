import { isCalendarDate } from '../findings/demographics.ts';

const dayMilliseconds = 86_400_000;

/** A day's place on a scale of whole days; days are the calendar's own, YYYY-MM-DD, without a zone. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMilliseconds);
}

/** The day at a place of that scale. */
export function dayAt(number: number): string {
  return new Date(number * dayMilliseconds).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative where the other comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of these parts, or null where the calendar has none. Months from 1. */
export function dayOfParts(year: number, month: number, date: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}

export type DayUnit = 'd' | 'w' | 'm' | 'y';

/** A day some days, weeks, months or years from another; the last day of a month that is too short (31-Jan and a month: 28-Feb). */
export function dayAfter(day: string, count: number, unit: DayUnit): string {
  if (unit === 'd' || unit === 'w') return dayAt(dayNumber(day) + count * (unit === 'w' ? 7 : 1));
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count * (unit === 'y' ? 12 : 1);
  const [inYear, inMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const last = new Date(Date.UTC(inYear, inMonth, 0)).getUTCDate();
  return dayOfParts(inYear, inMonth, Math.min(date, last)) ?? day;
}
