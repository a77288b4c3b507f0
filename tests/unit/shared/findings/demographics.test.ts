import { expect, test } from 'vitest';
import { ageInYears, isCalendarDate } from '../../../../shared/findings/demographics.ts';

test.each([
  ['1954-03-12', '2026-03-11', 71],
  ['1954-03-12', '2026-03-12', 72],
  ['2000-02-29', '2023-02-28', 22],
  ['2000-02-29', '2023-03-01', 23],
  ['2026-11-24', '2026-11-24', 0],
])('born %s, on %s: %d years', (birth, on, years) => {
  expect(ageInYears(birth, on)).toBe(years);
});

test('days that are not in the calendar are refused', () => {
  for (const day of ['2023-02-29', '2024-13-01', '2024-00-10', '24-01-01', '2024-1-1', '']) expect(isCalendarDate(day), day).toBe(false);
  expect(() => ageInYears('2027-01-01', '2026-01-01')).toThrow(RangeError);
});
