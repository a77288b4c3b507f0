import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chancesOfSeveral } from '../../../../shared/classification/answer-chances.ts';
import { microLog, microLogit } from '../../../../shared/evidence/micro-nats.ts';

const odds = (micro: number) => Math.exp(micro / 1e6);
const probability = (micro: number) => odds(micro) / (1 + odds(micro));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const logOdds = fc.integer({ min: -6_000_000, max: 6_000_000 });
const moves = fc.array(fc.integer({ min: -3_000_000, max: 3_000_000 }), { minLength: 2, maxLength: 6 });

describe('chances of several answers', () => {
  test('add up to one, and none is negative', () => {
    fc.assert(
      fc.property(logOdds, moves, (before, by) => {
        const chances = chancesOfSeveral(
          by.map((move) => [before + move]),
          [before],
        );
        expect(sum(chances)).toBeCloseTo(1, 4);
        expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('leave the probability expected to be what it is, where some answers raise it and some lower it', () => {
    fc.assert(
      fc.property(logOdds, moves, (before, by) => {
        fc.pre(Math.max(...by) > 100_000 && Math.min(...by) < -100_000);
        const after = by.map((move) => [before + move]);
        const expected = sum(chancesOfSeveral(after, [before]).map((chance, place) => chance * probability(before + (by[place] ?? 0))));
        expect(expected).toBeCloseTo(probability(before), 4);
      }),
    );
  });

  test('a rare answer that would prove much is taken to be rare', () => {
    const before = microLogit(0.05);
    const after = [0.3, 1, 5, 30].map((ratio) => [before + microLog(ratio)]);
    const chances = chancesOfSeveral(after, [before]);
    expect(chances[3]).toBeLessThan(0.1);
    expect(chances[0]).toBeGreaterThan(0.4);
  });

  test('follow the condition that is moved furthest; alike where none is', () => {
    const before = [microLogit(0.5), microLogit(0.1)];
    const after = [
      [before[0] ?? 0, (before[1] ?? 0) + 2_000_000],
      [before[0] ?? 0, (before[1] ?? 0) - 2_000_000],
    ];
    expect(chancesOfSeveral(after, before)[0]).toBeLessThan(0.3);
    expect(chancesOfSeveral([before, before], before)).toEqual([0.5, 0.5]);
  });
});
