import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt } from '../../../../shared/calendar/days.ts';
import { type Point, pointsOf, runsOf, thinned } from '../../../../shared/outcomes/points.ts';

const recorded = (on: string, value: number, recordedAt = `${on}T10:00:00Z`, finding = 'walk.total-m') => ({
  finding,
  on,
  value,
  recordedAt,
});

test('points stand by day, and the last recorded of a day counts', () => {
  expect(
    pointsOf(
      [
        recorded('2026-03-01', 200),
        recorded('2026-01-01', 100, '2026-01-01T09:00:00+02:00'),
        recorded('2026-01-01', 120, '2026-01-01T07:30:00Z'),
        recorded('2026-02-01', 9, '2026-02-01T10:00:00Z', 'symptom.leg-pain-nrs'),
      ],
      'walk.total-m',
    ),
  ).toEqual([
    { day: '2026-01-01', value: 120 },
    { day: '2026-03-01', value: 200 },
  ]);
});

test('a gap of five months is bridged, a longer one is not', () => {
  const day = (on: string): Point => ({ day: on, value: 1 });
  expect(runsOf([day('2026-01-01'), day('2026-06-03')])).toHaveLength(1);
  expect(runsOf([day('2026-01-01'), day('2026-06-04')])).toHaveLength(2);
  expect(runsOf([])).toEqual([]);
});

test('runs hold every point once, in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { maxLength: 40 }), (numbers) => {
      const points = [...numbers].sort((a, b) => a - b).map((number) => ({ day: dayAt(number), value: number }));
      expect(runsOf(points).flat()).toEqual(points);
    }),
  );
});

test('thinning keeps the ends and the extremes, and no more than asked', () => {
  const points = Array.from({ length: 3000 }, (_, index) => ({
    day: dayAt(index),
    value: Math.sin(index) * 100 + (index === 1234 ? 500 : 0),
  }));
  const kept = thinned(points, 200);
  expect(kept.length).toBeLessThanOrEqual(200);
  expect(kept[0]).toBe(points[0]);
  expect(kept.at(-1)).toBe(points.at(-1));
  expect(kept).toContain(points[1234]);
  expect(thinned(points.slice(0, 50), 200)).toHaveLength(50);
});
