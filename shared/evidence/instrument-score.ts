import { absent, present, type Tri, unknown } from './three-valued.ts';

/** One item of an instrument, with what is known of it. Two points: the sources differ, and both stay possible. */
export interface ScoredItem {
  readonly truth: Tri;
  /** Points where the item holds; for a banded item, those of its band. */
  readonly points: readonly [number, number];
  /** All that the item could give when it is not known. */
  readonly range: readonly [number, number];
  /** Items of one group exclude one another. */
  readonly group: string | null;
}

/** An instrument scored with what is known. */
export interface Score {
  /** Points of what is known; the first where two are possible. */
  readonly score: number;
  readonly possible: readonly [number, number];
  /** Whether each item could be scored, in the items' order. */
  readonly known: readonly boolean[];
}

/** Of items that exclude one another the one known present counts, else any not known absent may. */
function scoreGroup(items: readonly ScoredItem[]): { score: number; possible: readonly [number, number]; isKnown: boolean } {
  const chosen = items.find((item) => item.truth === present);
  if (chosen !== undefined) return { score: chosen.points[0], possible: chosen.points, isKnown: true };
  const open = items.filter((item) => item.truth === unknown);
  if (open.length === 0) return { score: 0, possible: [0, 0], isKnown: true };
  const points = open.flatMap((item) => item.points);
  return { score: 0, possible: [Math.min(...points), Math.max(...points)], isKnown: false };
}

/** Scores items with partial data: the points of what is known, and the range that the score can still take. */
export function scoreItems(items: readonly ScoredItem[]): Score {
  let score = 0;
  let low = 0;
  let high = 0;
  const known: boolean[] = [];
  let groups: Set<string> | null = null;
  for (const { truth, points, range, group } of items) {
    known.push(truth !== unknown);
    if (group !== null) {
      groups = (groups ?? new Set<string>()).add(group);
    } else if (truth === present) {
      score += points[0];
      low += Math.min(...points);
      high += Math.max(...points);
    } else if (truth !== absent) {
      low += Math.min(0, range[0]);
      high += Math.max(0, range[1]);
    }
  }
  for (const group of groups ?? []) {
    const result = scoreGroup(items.filter((item) => item.group === group));
    score += result.score;
    low += result.possible[0];
    high += result.possible[1];
    for (const [index, item] of items.entries()) if (item.group === group && result.isKnown) known[index] = true;
  }
  return { score, possible: [low, high], known };
}
