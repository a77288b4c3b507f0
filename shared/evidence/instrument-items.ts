import { type Score, type ScoredItem, scoreItems } from './instrument-score.ts';
import type { Memory } from './memory.ts';
import type { InstrumentItem } from './schema.ts';
import { type Tri, unknown } from './three-valued.ts';

/** An instrument's item in its place: the node of its `when`, and the slot that its bands read. */
export interface PlacedItem {
  readonly item: InstrumentItem;
  readonly node: number;
  readonly of: number | null;
}

type Points = readonly [number, number];

/** Lowest and highest of points that may be one number or two. */
function pointsOf(points: number | Points | undefined): Points {
  if (points === undefined) return [0, 0];
  return typeof points === 'number' ? [points, points] : points;
}

/** The points of a banded item at a value: those of the first band whose `under` exceeds it. */
function bandPoints(item: InstrumentItem, value: unknown): Points {
  if (typeof value !== 'number') return [0, 0];
  return pointsOf(item.bands?.find((band) => band.under === undefined || value < band.under)?.points);
}

/** An item before anything is known of the patient. */
function prepared({ item }: PlacedItem): { truth: Tri; points: Points; readonly range: Points; readonly group: string | null } {
  const all = item.bands === undefined ? pointsOf(item.points) : item.bands.flatMap((band) => pointsOf(band.points));
  return { truth: unknown, points: pointsOf(item.points), range: [Math.min(...all), Math.max(...all)], group: item.group ?? null };
}

/** Scores an instrument's items over a memory; the items are prepared once. */
export function itemScorer(items: readonly PlacedItem[]): (memory: Memory) => Score {
  const scored = items.map(prepared);
  return ({ truths, values }) => {
    for (let place = 0; place < items.length; place++) {
      const { item, node, of } = items[place] as PlacedItem;
      const each = scored[place] as (typeof scored)[number];
      each.truth = truths[node] as Tri;
      if (of !== null) each.points = bandPoints(item, values[of]);
    }
    return scoreItems(scored satisfies readonly ScoredItem[]);
  };
}
