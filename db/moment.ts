/** A moment of the clinic's clock: the instant, and the clock's offset from UTC in minutes (east positive). */
export interface Moment {
  readonly at: Date;
  readonly offsetMinutes: number;
}

const padded = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const two = (number: number) => padded[number] ?? String(number);

const zones = new Map<number, string>();
/** The offset as it stands behind a time, such as +01:00; there are few, and they are asked for again and again. */
function zoneOf(offsetMinutes: number): string {
  let zone = zones.get(offsetMinutes);
  if (zone === undefined) {
    const minutes = Math.abs(offsetMinutes);
    zone = `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    zones.set(offsetMinutes, zone);
  }
  return zone;
}

const dayMilliseconds = 86_400_000;

/** The calendar day of so many days since 1970, by Hinnant's arithmetic of the civil calendar. */
function civilDay(daysSince1970: number): string {
  const shifted = daysSince1970 + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/**
 * As the contract writes it: the clinic's clock with its offset, to the millisecond. Written out, since a record is read with thousands of
 * them and `toISOString` is most of that time. Years 0000 to 9999.
 */
export function momentText(at: number, offsetMinutes: number): string {
  const local = at + offsetMinutes * 60_000;
  const days = Math.floor(local / dayMilliseconds);
  const inDay = local - days * dayMilliseconds;
  const seconds = Math.floor(inDay / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${civilDay(days)}T${clock}.${String(inDay - seconds * 1000).padStart(3, '0')}${zoneOf(offsetMinutes)}`;
}

/** The calendar day that the clinic's clock shows, YYYY-MM-DD. */
export function dayOf({ at, offsetMinutes }: Moment): string {
  return momentText(at.getTime(), offsetMinutes).slice(0, 10);
}
