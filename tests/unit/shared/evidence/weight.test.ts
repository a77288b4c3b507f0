import { expect, test } from 'vitest';
import { microLog, probabilityOf } from '../../../../shared/evidence/micro-nats.ts';
import type { RatioRow } from '../../../../shared/evidence/schema.ts';
import { tables } from '../../../../shared/evidence/tables.ts';
import { weightsOf } from '../../../../shared/evidence/weight.ts';

function rowNamed(id: string): RatioRow {
  const row = tables.ratios.find((each) => each.id === id);
  if (row === undefined) throw new Error(id);
  return row;
}

test('a published ratio and its interval, as in the case format', () => {
  const [weight] = weightsOf(rowNamed('neurogenic-claudication/improves-bending-forward/suri2010'));
  expect(weight?.positive).toEqual({ value: 1856298, interval: [1410987, 2292535], assumed: false });
});

test('a capped row weighs its cap, and its interval shrinks with it', () => {
  const [weight] = weightsOf(rowNamed('neurogenic-claudication/bilateral-buttock-or-leg-pain/suri2010'));
  expect(weight?.positive?.value).toBe(microLog(2.5));
  const [low, high] = weight?.positive?.interval ?? [0, 0];
  expect(low).toBeGreaterThan(0);
  expect(low).toBeLessThan(microLog(2.5));
  expect(high).toBeGreaterThan(microLog(2.5));
});

test('no row but a confirming test weighs beyond 12 or under 1/12', () => {
  const [wide] = weightsOf(rowNamed('peripheral-neuropathy/exam.vibration-deficit/perkins2001'));
  expect(wide?.positive?.value).toBe(microLog(12));
  const [confirming] = weightsOf(rowNamed('deep-vein-thrombosis/imaging.deep-vein-thrombosis/clinical-definition'));
  expect(confirming?.positive?.value).toBe(microLog(40));
  for (const row of tables.ratios.filter((each) => each.kind !== 'confirming')) {
    for (const weight of weightsOf(row)) {
      for (const side of [weight.positive, weight.negative])
        expect(Math.abs(side?.value ?? 0)).toBeLessThanOrEqual(microLog(row.cap ?? 12));
    }
  }
});

test('a pair moves the two against each other, half its logarithm each', () => {
  const weights = weightsOf(rowNamed('vascular-claudication/standing-relief/nadeau2013'));
  expect(weights.map((weight) => [weight.condition, weight.positive?.value])).toEqual([
    ['vascular-claudication', microLog(Math.sqrt(4.85))],
    ['neurogenic-claudication', -microLog(Math.sqrt(4.85))],
  ]);
});

test('without a published interval: from 1 to the square of the ratio, marked as assumed', () => {
  const [weight] = weightsOf(rowNamed('lumbar-radiculopathy/exam.crossed-slr/vanderwindt2010'));
  expect(weight?.positive).toEqual({ value: microLog(2.8), interval: [0, 2 * microLog(2.8)], assumed: true });
  expect(weight?.negative?.interval).toEqual([2 * microLog(0.8), 0]);
});

test('every interval holds its value', () => {
  for (const weight of tables.ratios.flatMap(weightsOf)) {
    for (const side of [weight.positive, weight.negative]) {
      if (side === null) continue;
      expect(side.interval[0]).toBeLessThanOrEqual(side.value);
      expect(side.interval[1]).toBeGreaterThanOrEqual(side.value);
    }
  }
});

test('a superseded row does not weigh', () => {
  expect(weightsOf(rowNamed('neurogenic-claudication/wide-based-gait-katz/katz1995'))).toEqual([]);
});

test('probabilities stay inside 0 and 1', () => {
  expect(probabilityOf(-90e6)).toBe(0.000001);
  expect(probabilityOf(90e6)).toBe(0.999999);
  expect(probabilityOf(0)).toBe(0.5);
});
