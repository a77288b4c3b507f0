import { isCalendarDate } from '../../shared/findings/demographics.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (text: string) => text.padStart(2, '0');

/** A year of two digits is the latest that is not in the future; a year of four is itself. */
function years(text: string, thisYear: number): readonly string[] {
  if (text.length === 4) return [text];
  const century = thisYear - (thisYear % 100);
  const year = century + Number(text);
  return year > thisYear ? [String(year - 100)] : [String(year), String(year - 100)];
}

function datesOf(day: string, month: string, year: string, thisYear: number): readonly string[] {
  return years(year, thisYear)
    .map((whole) => `${whole}-${two(month)}-${two(day)}`)
    .filter(isCalendarDate);
}

/**
 * The days that a search may mean as a birth date, in any usual form: 1950-03-12, 12.3.1950, 3/12/1950, 12 March 1950, 12-Mar-1950, 12031950, 120350.
 * Where day and month can be told either way, both. Empty where the text is no date.
 */
export function birthDatesOf(search: string, thisYear: number): readonly string[] {
  const text = search.trim().toLowerCase();
  const found = new Set<string>();
  const add = (day: string | undefined, month: string | undefined, year: string | undefined) => {
    for (const date of datesOf(day ?? '', month ?? '', year ?? '', thisYear)) found.add(date);
  };
  const iso = /^(\d{4})[-./\s](\d{1,2})[-./\s](\d{1,2})$/u.exec(text);
  if (iso !== null) add(iso[3], iso[2], iso[1]);
  const parts = /^(\d{1,2})[-./\s]+(\d{1,2})[-./\s]+(\d{2}|\d{4})$/u.exec(text);
  if (parts !== null) {
    add(parts[1], parts[2], parts[3]);
    add(parts[2], parts[1], parts[3]);
  }
  const together = /^(\d{2})(\d{2})(\d{4}|\d{2})$/u.exec(text);
  if (together !== null) {
    add(together[1], together[2], together[3]);
    add(together[2], together[1], together[3]);
  }
  const yearFirst = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (yearFirst !== null) add(yearFirst[3], yearFirst[2], yearFirst[1]);
  const named =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[-.\s]*([a-z]{3,9})[-.,\s]*|([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+)(\d{2}|\d{4})$/u.exec(text);
  if (named !== null) {
    const month = months.indexOf((named[2] ?? named[3] ?? '').slice(0, 3));
    if (month >= 0) add(named[1] ?? named[4], String(month + 1), named[5]);
  }
  return [...found];
}
