const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

function partsOf(date: string): readonly [number, number, number] | null {
  const match = isoDate.exec(date);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days ? [year, month, day] : null;
}

/** Whether the text is a day of the calendar, as YYYY-MM-DD. */
export function isCalendarDate(date: string): boolean {
  return partsOf(date) !== null;
}

/**
 * Age in completed years on a day; both dates as YYYY-MM-DD. Born on 29 February: a year older on 1 March of common years.
 * @throws RangeError where either is no calendar date, or the birth lies after the day.
 */
export function ageInYears(birthDate: string, on: string): number {
  const birth = partsOf(birthDate);
  const day = partsOf(on);
  if (birth === null || day === null) throw new RangeError('Not a calendar date');
  const before = day[1] < birth[1] || (day[1] === birth[1] && day[2] < birth[2]);
  const age = day[0] - birth[0] - (before ? 1 : 0);
  if (age < 0) throw new RangeError('Birth after the day');
  return age;
}
