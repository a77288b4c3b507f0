import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, dayAt, dayNumber, dayOfParts, daysBetween } from '../../../../shared/calendar/days.ts';

test('a month after the last day of a longer month ends with the shorter one', () => {
  expect(dayAfter('2026-01-31', 1, 'm')).toBe('2026-02-28');
  expect(dayAfter('2024-01-31', 1, 'm')).toBe('2024-02-29');
  expect(dayAfter('2024-02-29', 1, 'y')).toBe('2025-02-28');
  expect(dayAfter('2026-03-31', -1, 'm')).toBe('2026-02-28');
  expect(dayAfter('2026-01-15', -1, 'm')).toBe('2025-12-15');
});

test('weeks and days cross months and years', () => {
  expect(dayAfter('2026-11-24', 6, 'w')).toBe('2027-01-05');
  expect(dayAfter('2027-01-01', -1, 'd')).toBe('2026-12-31');
});

test('days between do not depend on summer time', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});

test('what the calendar does not have is no day', () => {
  expect(dayOfParts(2026, 2, 29)).toBeNull();
  expect(dayOfParts(2024, 2, 29)).toBe('2024-02-29');
});

test('places and days lead to one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 60_000 }), (number) => {
      expect(dayNumber(dayAt(number))).toBe(number);
    }),
  );
});

test('so many months there and back is never later than where one began', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 400 }), (number, months) => {
      const day = dayAt(number);
      const back = dayAfter(dayAfter(day, months, 'm'), -months, 'm');
      expect(daysBetween(back, day)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(back, day)).toBeLessThanOrEqual(3);
    }),
  );
});
