/** A moment of the clinic's clock: the instant, and the clock's offset from UTC in minutes (east positive). */
export interface Moment {
  readonly at: Date;
  readonly offsetMinutes: number;
}

const two = (number: number) => String(number).padStart(2, '0');

/** As the contract writes it: the clinic's clock with its offset, to the millisecond. */
export function momentText(at: number, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const minutes = Math.abs(offsetMinutes);
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The calendar day that the clinic's clock shows, YYYY-MM-DD. */
export function dayOf({ at, offsetMinutes }: Moment): string {
  return momentText(at.getTime(), offsetMinutes).slice(0, 10);
}
