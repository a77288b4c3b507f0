import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt } from '../../../../shared/calendar/days.ts';
import { monthTicks, scaleTicks, valueTicks } from '../../../../shared/outcomes/axis.ts';

test('ticks stand at the starts of months, as many as there is room for', () => {
  expect(monthTicks('2025-03-10', '2025-07-20', 8)).toEqual(['2025-04-01', '2025-05-01', '2025-06-01', '2025-07-01']);
  expect(monthTicks('2025-03-01', '2026-12-20', 8)).toEqual([
    '2025-04-01',
    '2025-07-01',
    '2025-10-01',
    '2026-01-01',
    '2026-04-01',
    '2026-07-01',
    '2026-10-01',
  ]);
  expect(monthTicks('2025-03-01', '2025-03-20', 8)).toEqual(['2025-03-01']);
});

test('every tick is the first of a month within the span', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 0, max: 6000 }),
      fc.integer({ min: 2, max: 14 }),
      (start, length, most) => {
        const [from, to] = [dayAt(start), dayAt(start + length)];
        const ticks = monthTicks(from, to, most);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        for (const tick of ticks) {
          expect(tick.endsWith('-01')).toBe(true);
          expect(tick >= from && tick <= to).toBe(true);
        }
      },
    ),
  );
});

test('values have round ticks that hold the highest', () => {
  expect(valueTicks(0, 520)).toEqual([0, 200, 400, 600]);
  expect(valueTicks(0, 2100)).toEqual([0, 500, 1000, 1500, 2000, 2500]);
  expect(valueTicks(0, 0.3)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(scaleTicks(0, 10)).toEqual([0, 5, 10]);
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 20_000, noNaN: true }), (high) => {
      const ticks = valueTicks(0, high);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high * (1 - 1e-9));
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
});
