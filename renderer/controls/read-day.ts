import { type DayUnit, dayAfter, dayOfParts } from '../../shared/calendar/days.ts';

export interface ReadDayOptions {
  /** The clinic's own day, YYYY-MM-DD. */
  readonly today: string;
  /** Names of the months as this language abbreviates them, January first; the first three letters are enough. */
  readonly months: readonly string[];
  /** Which century two digits of a year mean: the latest past one (a birth), or the nearest (a review). */
  readonly twoDigits: 'past' | 'nearest';
}

function fullYear(text: string, { today, twoDigits }: ReadDayOptions): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  const thisYear = Number(today.slice(0, 4));
  const century = thisYear - (thisYear % 100);
  if (twoDigits === 'nearest') return century + year;
  return century + year > thisYear ? century - 100 + year : century + year;
}

function monthOf(text: string, months: readonly string[]): number {
  if (/^\d+$/.test(text)) return Number(text);
  const start = text.slice(0, 3).toLocaleLowerCase();
  return start.length < 3 ? 0 : months.findIndex((name) => name.slice(0, 3).toLocaleLowerCase() === start) + 1;
}

/**
 * A day as people type it: 12-Mar-1954, 12 march 1954, March 12, 1954, 12.3.1954, 12/3/54 (day first), 1954-03-12; or from today on:
 * "6 w", "3 months", "today". Null where it is no day.
 */
export function readDay(text: string, options: ReadDayOptions): string | null {
  const typed = text.trim().toLocaleLowerCase();
  if (typed === 'today') return options.today;
  const ahead = /^(?:in |\+)?\s*(\d{1,3})\s*(d|w|m|y)[a-z]*$/u.exec(typed);
  if (ahead !== null) return dayAfter(options.today, Number(ahead[1]), ahead[2] as DayUnit);
  const year = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/u.exec(typed);
  if (year !== null) return dayOfParts(Number(year[1]), Number(year[2]), Number(year[3]));
  const dayFirst = /^(\d{1,2})[-./ ]+(\d{1,2}|\p{L}+)\.?[-./ ,]+(\d{2}|\d{4})$/u.exec(typed);
  if (dayFirst !== null)
    return dayOfParts(fullYear(dayFirst[3] ?? '', options), monthOf(dayFirst[2] ?? '', options.months), Number(dayFirst[1]));
  const nameFirst = /^(\p{L}+)\.?[-./ ]+(\d{1,2})[-./ ,]+(\d{2}|\d{4})$/u.exec(typed);
  if (nameFirst === null) return null;
  return dayOfParts(fullYear(nameFirst[3] ?? '', options), monthOf(nameFirst[1] ?? '', options.months), Number(nameFirst[2]));
}
