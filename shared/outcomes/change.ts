import type { ImportantDifference } from './outcome.ts';
import type { Point } from './points.ts';
import type { Series } from './series.ts';

/**
 * How the last value stands to the first. Multiples are said only of what has a true nought (a distance, a time): a pain of 6 is not
 * twice a pain of 3.
 */
type ChangeWord =
  | 'single'
  | 'unchanged'
  | 'little'
  | 'risen'
  | 'nearly-doubled'
  | 'doubled'
  | 'more-than-doubled'
  | 'nearly-tripled'
  | 'tripled'
  | 'more-than-tripled'
  | 'fallen'
  | 'halved'
  | 'more-than-halved';

export interface Change {
  readonly first: Point;
  readonly last: Point;
  readonly word: ChangeWord;
  /** For the patient; `none` where the two are the same. */
  readonly direction: 'better' | 'worse' | 'none';
  /** Whether the change is at least what patients notice; `unknown` where no such difference is published. */
  readonly important: 'passed' | 'within' | 'unknown';
}

/** Upper ends of the ratio of last to first, in order; a ratio at or above the last end has more than tripled. */
const multiples: readonly (readonly [number, ChangeWord])[] = [
  [0.45, 'more-than-halved'],
  [0.55, 'halved'],
  [0.95, 'fallen'],
  [1.05, 'little'],
  [1.8, 'risen'],
  [1.97, 'nearly-doubled'],
  [2.2, 'doubled'],
  [2.7, 'more-than-doubled'],
  [2.97, 'nearly-tripled'],
  [3.2, 'tripled'],
];

/** The published difference at this beginning, in the measure's points; null where none is. */
export function importantPoints(important: ImportantDifference | null): number | null {
  return important?.value ?? null;
}

/** Around the first value, what is too little to matter: lower and upper end, kept within the scale. */
export function unimportantBand(series: Series, first: number): readonly [number, number] | null {
  const points = importantPoints(series.important);
  if (points === null) return null;
  const [low, high] = series.range;
  return [Math.max(low, first - points), high === null ? first + points : Math.min(high, first + points)];
}

function wordOf(series: Series, first: number, last: number, important: Change['important']): ChangeWord {
  if (first === last) return 'unchanged';
  const hasTrueNought = series.definition.unit !== null;
  if (hasTrueNought && first > 0) {
    const ratio = last / first;
    return multiples.find(([under]) => ratio < under)?.[1] ?? 'more-than-tripled';
  }
  if (important === 'within') return 'little';
  return last > first ? 'risen' : 'fallen';
}

/** How a series has changed from its first point to its last; null without points. */
export function changeOf(series: Series, points: readonly Point[]): Change | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const difference = last.value - first.value;
  const needed = importantPoints(series.important);
  // Scores have few decimals; binary ones must not decide whether 1.2 to 1.0 is 0.2.
  const important = needed === null ? 'unknown' : Math.abs(difference) >= needed - 1e-9 ? 'passed' : 'within';
  const better = series.better === 'higher' ? difference > 0 : difference < 0;
  return {
    first,
    last,
    word: points.length === 1 ? 'single' : wordOf(series, first.value, last.value, important),
    direction: difference === 0 ? 'none' : better ? 'better' : 'worse',
    important,
  };
}
