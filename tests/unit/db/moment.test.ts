import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, momentText } from '../../../db/moment.ts';

test('a moment is written as the standard library writes it, with the clinic’s offset', () => {
  const years = { min: Date.UTC(1, 0, 1), max: Date.UTC(9998, 11, 31) };
  fc.assert(
    fc.property(fc.integer(years), fc.integer({ min: -720, max: 840 }), (at, offsetMinutes) => {
      const text = momentText(at, offsetMinutes);
      expect(text.slice(0, 23)).toBe(new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 23));
      expect(new Date(text).getTime()).toBe(at);
    }),
    { numRuns: 2000, seed: 3 },
  );
});

test('the day is the clinic’s, not Greenwich’s', () => {
  expect(momentText(Date.UTC(2026, 10, 24, 23, 30), 60)).toBe('2026-11-25T00:30:00.000+01:00');
  expect(dayOf({ at: new Date('2026-11-24T23:30:00Z'), offsetMinutes: 60 })).toBe('2026-11-25');
  expect(dayOf({ at: new Date('2026-11-24T02:30:00Z'), offsetMinutes: -210 })).toBe('2026-11-23');
  expect(momentText(Date.UTC(2024, 1, 29, 12), -210)).toBe('2024-02-29T08:30:00.000-03:30');
});
