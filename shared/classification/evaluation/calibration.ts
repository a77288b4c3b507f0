import type { EvaluatedCase } from './outcome.ts';

/** One band of the calibration table: of what is called so likely, how much is so. */
export interface CalibrationBand {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the probabilities called. */
  readonly called: number;
  /** Share that the references hold. */
  readonly found: number;
}

const edges = [0, 0.05, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** Probabilities of the fourteen conditions against the references, in bands; empty bands are left out. */
export function calibrationOf(cases: readonly EvaluatedCase[]): readonly CalibrationBand[] {
  const called = cases.flatMap(({ reference, result }) =>
    result.differential
      .filter((row) => row.condition !== 'other')
      .map((row) => ({ probability: row.probability, holds: reference.conditions.includes(row.condition) })),
  );
  return edges.slice(0, -1).flatMap((from, place) => {
    const to = edges[place + 1] ?? 1;
    const within = called.filter(({ probability }) => probability >= from && (probability < to || to === 1));
    if (within.length === 0) return [];
    return {
      from,
      to,
      count: within.length,
      called: within.reduce((sum, each) => sum + each.probability, 0) / within.length,
      found: within.filter((each) => each.holds).length / within.length,
    };
  });
}
