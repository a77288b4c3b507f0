/** The clinic's clock: a moment and the local offset from UTC at that moment, in minutes (east positive). */
export interface Moment {
  readonly at: Date;
  readonly offsetMinutes: number;
}
export interface Clock {
  now(): Moment;
}

/** The computer's own clock. */
export const systemClock: Clock = {
  now() {
    const at = new Date();
    return { at, offsetMinutes: -at.getTimezoneOffset() };
  },
};

const two = (number: number) => String(number).padStart(2, '0');

/** A moment as the contract writes it: local time with its offset, to the millisecond (`2026-11-24T09:05:00.000+01:00`). */
export function isoOf({ at, offsetMinutes }: Moment): string {
  const local = new Date(at.getTime() + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const minutes = Math.abs(offsetMinutes);
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The clinic's calendar day, YYYY-MM-DD. */
export function dayOf(moment: Moment): string {
  return isoOf(moment).slice(0, 10);
}
