import type { Words } from './words.ts';

/** What is needed to say a date. */
export type Speaker = Pick<Words, 'sayOf'>;

/** A day that no reader can mistake: `1954-03-12` reads 12-Mar-1954. */
export function sayDay(day: string, words: Speaker): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return words.sayOf('date.day', { day: String(Number(date)), month: words.sayOf(`month.${Number(month)}`), year });
}

/** The moment as the clinic's clock showed it, in ISO form without a zone: a moment carries its own offset. */
function onClinicClock(moment: string): string {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(moment) ?? [];
  const offset = sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return new Date(Date.parse(moment) + offset * 60_000).toISOString();
}

/** The clinic's day of a moment, YYYY-MM-DD, whatever the reader's zone. */
export function dayOf(moment: string): string {
  return onClinicClock(moment).slice(0, 10);
}

/** The clinic's clock of a moment, 14:02. */
export function clockOf(moment: string): string {
  return onClinicClock(moment).slice(11, 16);
}
