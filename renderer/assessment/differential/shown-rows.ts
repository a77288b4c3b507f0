import type { DifferentialRow } from '../../../shared/classification/result.ts';

/** Below this a row is folded away with the others that nothing speaks for. */
const foldedUnder = 0.04;
const alwaysShown = 3;

/** The rows in a given order: those that stand open to the eye, and those that are folded into one line. */
export function shownRows(rows: readonly DifferentialRow[], order: readonly string[]) {
  const placed = [...rows].sort((a, b) => order.indexOf(a.condition) - order.indexOf(b.condition));
  const named = placed.filter((row, place) => place < alwaysShown || row.probability >= foldedUnder);
  const folded = placed.filter((row) => !named.includes(row));
  return { named, folded, highestFolded: Math.max(0, ...folded.map((row) => row.probability)) };
}

/** What the last answer did to a row: nothing worth naming under a whole per cent. */
export function movedBy(before: readonly DifferentialRow[], now: readonly DifferentialRow[]): Readonly<Record<string, 1 | -1>> {
  const moved: Record<string, 1 | -1> = {};
  for (const row of now) {
    const earlier = before.find((each) => each.condition === row.condition);
    if (earlier === undefined || Math.abs(earlier.probability - row.probability) < 0.01) continue;
    moved[row.condition] = row.probability > earlier.probability ? 1 : -1;
  }
  return moved;
}
