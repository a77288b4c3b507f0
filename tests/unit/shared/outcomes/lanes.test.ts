import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf } from '../../../../shared/outcomes/lanes.ts';

const band = fc.record({
  from: fc.integer({ min: 0, max: 800 }),
  length: fc.integer({ min: 0, max: 300 }),
  label: fc.integer({ min: 0, max: 200 }),
});

test('a short band whose name is long keeps its lane to itself for as long as the name', () => {
  expect(
    lanesOf(
      [
        { from: 0, to: 10, label: 120 },
        { from: 60, to: 90, label: 20 },
        { from: 130, to: 200, label: 20 },
      ],
      6,
    ),
  ).toEqual([0, 1, 0]);
});

test('no two bands or names of a lane touch', () => {
  fc.assert(
    fc.property(fc.array(band, { maxLength: 20 }), (made) => {
      const bands = made.map(({ from, length, label }) => ({ from, to: from + length, label })).sort((a, b) => a.from - b.from);
      const lanes = lanesOf(bands, 6);
      for (const [index, one] of bands.entries()) {
        for (const [later, other] of bands.entries()) {
          if (later <= index || lanes[index] !== lanes[later]) continue;
          expect(other.from).toBeGreaterThanOrEqual(Math.max(one.to, one.from + one.label) + 6);
        }
      }
    }),
  );
});
