import { dayOf, type Moment } from '../../../db/moment.ts';

const dayMilliseconds = 86_400_000;

/** The calendar of the sample practice, counted back from the moment at which it is opened. */
export interface SampleCalendar {
  /** The day so many days ago, YYYY-MM-DD; the practice is closed at weekends, so that a Saturday or Sunday becomes the Friday before. */
  day(daysAgo: number): string;
  /** The day so many days from today; negative for days gone by. Moved to the Friday before where it falls on a weekend. */
  dayAhead(days: number): string;
  /** A moment of that day by the clinic's clock, in minutes after midnight; never ahead of the opening. */
  moment(daysAgo: number, minuteOfDay: number): Moment;
  /** A moment of today so many minutes before the opening, and never of yesterday. */
  minutesAgo(minutes: number): Moment;
  /** The birth date of somebody who is this old today, YYYY-MM-DD. */
  birthDate(ageYears: number, birthday: string): string;
}

export function sampleCalendar(now: Moment): SampleCalendar {
  const { offsetMinutes } = now;
  const today = dayOf(now);
  const utcMidnight = Date.parse(`${today}T00:00:00.000Z`);

  function openDay(daysAgo: number): number {
    const day = utcMidnight - daysAgo * dayMilliseconds;
    if (daysAgo === 0) return day;
    const sinceFriday = (new Date(day).getUTCDay() + 2) % 7;
    return sinceFriday < 3 ? day - sinceFriday * dayMilliseconds : day;
  }
  const notAhead = (milliseconds: number): Moment => ({ at: new Date(Math.min(milliseconds, now.at.getTime())), offsetMinutes });
  const atMinute = (day: number, minute: number) => notAhead(day + (minute - offsetMinutes) * 60_000);

  return {
    day: (daysAgo) => new Date(openDay(daysAgo)).toISOString().slice(0, 10),
    dayAhead: (days) => new Date(openDay(-days)).toISOString().slice(0, 10),
    moment: (daysAgo, minuteOfDay) => atMinute(openDay(daysAgo), minuteOfDay),
    minutesAgo(minutes) {
      const midnight = atMinute(utcMidnight, 0).at.getTime();
      return notAhead(Math.max(now.at.getTime() - minutes * 60_000, midnight));
    },
    birthDate(ageYears, birthday) {
      const hadIt = birthday <= today.slice(5);
      const year = Number(today.slice(0, 4)) - ageYears - (hadIt ? 0 : 1);
      return `${year}-${birthday}`;
    },
  };
}
