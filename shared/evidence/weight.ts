import { type Condition, conditions } from './conditions.ts';
import { parseExpression } from './expression.ts';
import { type MicroNats, microLog } from './micro-nats.ts';
import { parameters } from './parameters.ts';
import type { RatioRow } from './schema.ts';

/** A weight with its interval, in millionths of a nat. `assumed`: no interval is published; it runs from 1 to the square of the ratio. */
export interface Weighed {
  readonly value: MicroNats;
  readonly interval: readonly [MicroNats, MicroNats];
  readonly assumed: boolean;
}

/** A ratio row as it weighs on one condition: a row of mode `pair` gives two of these. */
export interface Weight {
  readonly row: RatioRow;
  readonly condition: Condition;
  /** When the row's `when` is known true, and known false; null where that side is silent. */
  readonly positive: Weighed | null;
  readonly negative: Weighed | null;
  /** The other condition of a pair: the row is silent where the core of either is known absent. */
  readonly opposite: Condition | null;
  /** What the line of the explanation names. */
  readonly finding: string;
  /** The finding is absent where `when` is true (`id = false`, `not`). */
  readonly reversed: boolean;
}

function weighed(ratio: number, ci: readonly [number, number] | null, row: RatioRow, share: 1 | 0.5 | -0.5): Weighed {
  const size = Math.abs(share);
  const full = Math.log(ratio);
  const shared = full * size;
  const used =
    row.kind === 'confirming' || row.cap === null
      ? shared
      : Math.min(Math.log(row.cap), Math.max(-Math.log(parameters.highestRatio), shared));
  const scale = full === 0 ? size : used / full;
  const sign = share < 0 ? -1 : 1;
  const value = sign * microLog(Math.exp(used));
  const ends = ci === null ? [0, 2 * value] : ci.map((end) => sign * Math.round(Math.log(end) * scale * 1e6));
  // `+ 0` turns a negative nought into nought: results are compared bit for bit.
  const low = Math.min(...ends) + 0;
  const high = Math.max(...ends) + 0;
  return { value: value + 0, interval: [Math.min(low, value + 0), Math.max(high, value + 0)], assumed: ci === null };
}

function weightOn(row: RatioRow, condition: Condition, opposite: Condition | null, share: 1 | 0.5 | -0.5): Weight {
  const parsed = parseExpression(row.when);
  const first = (function leftmost(part): { readonly id: string; readonly reversed: boolean } {
    if ('of' in part) {
      const inner = leftmost(part.of[0] ?? { form: 'present', id: row.id });
      return part.form === 'not' || part.form === 'unless' ? { id: inner.id, reversed: !inner.reversed } : inner;
    }
    return { id: part.id, reversed: part.form === 'equals' && part.value === 'false' };
  })(parsed);
  return {
    row,
    condition,
    positive: row.lrPositive === null ? null : weighed(row.lrPositive, row.lrPositiveCi, row, share),
    negative: row.lrNegative === null ? null : weighed(row.lrNegative, row.lrNegativeCi, row, share),
    opposite,
    finding: first.id.endsWith('.positive') ? first.id.slice(0, -'.positive'.length) : first.id,
    reversed: first.reversed,
  };
}

function isCondition(id: string | null): id is Condition {
  return conditions.some((condition) => condition === id);
}

/** The weights that a row gives: one, or in mode `pair` half its logarithm to the condition and minus half to the comparator. */
export function weightsOf(row: RatioRow): readonly Weight[] {
  if (row.superseded !== null) return [];
  if (row.mode === 'single') return [weightOn(row, row.condition, null, 1)];
  if (!isCondition(row.comparator)) throw new Error(`A pair without a second condition: ${row.id}`);
  return [weightOn(row, row.condition, row.comparator, 0.5), weightOn(row, row.comparator, row.condition, -0.5)];
}
