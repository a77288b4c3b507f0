import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDay } from '../../../../renderer/controls/read-day.ts';
import { dayAt } from '../../../../shared/calendar/days.ts';
import { sayDay } from '../../../../shared/messages/dates.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const words = createWords();
const months = Array.from({ length: 12 }, (_, index) => words.sayOf(`month.${index + 1}`));
const past = { today: '2026-11-24', months, twoDigits: 'past' } as const;
const nearest = { ...past, twoDigits: 'nearest' } as const;

test.each([
  '12-Mar-1954',
  '12 mar 1954',
  '12 march 1954',
  '12.3.1954',
  '12/03/1954',
  '1954-03-12',
  '1954/3/12',
  'March 12, 1954',
  '12.3.54',
  '12. Mar. 54',
])('%s is the twelfth of March 1954', (text) => {
  expect(readDay(text, past)).toBe('1954-03-12');
});

test('two digits of a year mean the past for a birth and the present century for a review', () => {
  expect(readDay('1.2.25', past)).toBe('2025-02-01');
  expect(readDay('1.2.27', past)).toBe('1927-02-01');
  expect(readDay('1.2.27', nearest)).toBe('2027-02-01');
});

test.each([
  ['6 w', '2027-01-05'],
  ['in 6 weeks', '2027-01-05'],
  ['3 months', '2027-02-24'],
  ['10d', '2026-12-04'],
  ['+1y', '2027-11-24'],
  ['today', '2026-11-24'],
])('%s from today on', (text, day) => {
  expect(readDay(text, nearest)).toBe(day);
});

test.each(['', '31.2.2026', '12.13.1954', '12-Xyz-1954', 'soon', '1954', '12 Ma 1954', '3.3.123'])('%j is no day', (text) => {
  expect(readDay(text, past)).toBeNull();
});

test('a day as it is written back is read as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 25_000 }), (number) => {
      const day = dayAt(number);
      expect(readDay(sayDay(day, words), past)).toBe(day);
      expect(readDay(day, past)).toBe(day);
    }),
  );
});
