import type { MicroNats } from '../evidence/micro-nats.ts';

/** A value with its interval. */
export interface Ranged {
  readonly value: MicroNats;
  readonly interval: readonly [MicroNats, MicroNats];
}

/**
 * The interval of a sum of independent terms: their half-widths add up in quadrature, below and above apart. Analytic, so that it
 * replays bit for bit. Where several terms are known only from descriptions it is wide, and is meant to be.
 */
export function intervalOfSum(terms: readonly Ranged[], total: MicroNats): readonly [MicroNats, MicroNats] {
  let below = 0;
  let above = 0;
  for (const { value, interval } of terms) {
    below += (value - interval[0]) ** 2;
    above += (interval[1] - value) ** 2;
  }
  return [total - Math.round(Math.sqrt(below)), total + Math.round(Math.sqrt(above))];
}
