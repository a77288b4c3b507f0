import { daysBetween } from '../calendar/days.ts';

/** A value on a day, in the catalogue's unit. */
export interface Point {
  readonly day: string;
  readonly value: number;
}

/** A gap longer than this, in days, is not bridged by a line: five months. */
const longestBridge = 153;

interface Recorded {
  readonly finding: string;
  readonly on: string;
  readonly value: number;
  readonly recordedAt: string;
}

/** The values of one finding by day; where a day has several, the one recorded last counts. */
export function pointsOf(measurements: readonly Recorded[], finding: string): readonly Point[] {
  const byDay = new Map<string, Recorded>();
  for (const measurement of measurements) {
    if (measurement.finding !== finding) continue;
    const other = byDay.get(measurement.on);
    if (other === undefined || Date.parse(other.recordedAt) <= Date.parse(measurement.recordedAt)) byDay.set(measurement.on, measurement);
  }
  return [...byDay.values()].map(({ on, value }) => ({ day: on, value })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The points in runs that a line may join: a new run begins after every gap of more than five months. */
export function runsOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && daysBetween(before.day, point.day) <= longestBridge) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** As many of the points as a chart of this many can show: first, last, and the lowest and highest of each stretch between. */
export function thinned(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const stretches = Math.max(1, Math.floor((most - 2) / 2));
  const inner = points.slice(1, -1);
  const size = Math.ceil(inner.length / stretches);
  const kept = new Set<Point>([points[0], points.at(-1)].filter((point) => point !== undefined));
  for (let start = 0; start < inner.length; start += size) {
    const stretch = inner.slice(start, start + size);
    const by = (better: (a: number, b: number) => boolean) =>
      stretch.reduce((best, each) => (better(each.value, best.value) ? each : best));
    kept.add(by((a, b) => a < b));
    kept.add(by((a, b) => a > b));
  }
  return points.filter((point) => kept.has(point));
}
