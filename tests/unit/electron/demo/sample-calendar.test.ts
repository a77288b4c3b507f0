import { expect, test } from 'vitest';
import { dayOf, momentText } from '../../../../db/moment.ts';
import { sampleCalendar } from '../../../../electron/service/demo/sample-calendar.ts';
import { ageInYears } from '../../../../shared/findings/demographics.ts';

/** A Tuesday, an hour after midnight by the clinic's clock, still Monday in UTC. */
const earlyTuesday = { at: new Date('2026-03-02T23:00:00.000Z'), offsetMinutes: 120 };

test('counts days by the clinic’s clock and closes at weekends', () => {
  const calendar = sampleCalendar(earlyTuesday);
  const days = [0, 1, 2, 3, 4, 5].map((daysAgo) => calendar.day(daysAgo));
  expect(days).toEqual(['2026-03-03', '2026-03-02', '2026-02-27', '2026-02-27', '2026-02-27', '2026-02-26']);
  expect([1, 4, 5, 6, -1].map((days) => calendar.dayAhead(days))).toEqual([
    '2026-03-04',
    '2026-03-06',
    '2026-03-06',
    '2026-03-09',
    '2026-03-02',
  ]);
});

test('today is open on a Sunday too, since somebody looks', () => {
  const sunday = { at: new Date('2026-03-01T10:00:00.000Z'), offsetMinutes: 0 };
  expect(sampleCalendar(sunday).day(0)).toBe('2026-03-01');
  expect(sampleCalendar(sunday).day(1)).toBe('2026-02-27');
});

test('gives moments of that day that never lie ahead', () => {
  const calendar = sampleCalendar(earlyTuesday);
  const { at, offsetMinutes } = calendar.moment(5, 9 * 60 + 30);
  expect(momentText(at.getTime(), offsetMinutes)).toBe('2026-02-26T09:30:00.000+02:00');
  expect(calendar.moment(0, 14 * 60).at).toEqual(earlyTuesday.at);
});

test('keeps what happened today on today, an hour after midnight too', () => {
  const calendar = sampleCalendar(earlyTuesday);
  expect(calendar.minutesAgo(20).at).toEqual(new Date('2026-03-02T22:40:00.000Z'));
  expect(dayOf(calendar.minutesAgo(300))).toBe('2026-03-03');
});

test('gives everybody the age they are to have today, whatever the day', () => {
  for (const birthday of ['03-02', '03-03', '03-04', '12-31', '01-01']) {
    const birthDate = sampleCalendar(earlyTuesday).birthDate(71, birthday);
    expect(ageInYears(birthDate, '2026-03-03')).toBe(71);
  }
});
