import { probabilityOf, ratioOf } from '../evidence/micro-nats.ts';
import type { PlacedWeight, Rules } from '../evidence/rules.ts';
import type { WeighedCase } from './differential.ts';

/** How often a row's `when` holds with the condition and without it. */
interface Rates {
  readonly withCondition: number;
  readonly without: number;
}

/**
 * The rates that two ratios imply: with both, they follow; with one, half of those with (or without) the condition are taken to show it.
 * For ordering questions only: never weighs.
 */
function rates(weight: PlacedWeight): Rates | null {
  const positive = weight.positive === null ? null : ratioOf(weight.positive.value);
  const negative = weight.negative === null ? null : ratioOf(weight.negative.value);
  if (positive !== null && negative !== null && positive !== negative && (positive - 1) * (negative - 1) < 0) {
    const without = (1 - negative) / (positive - negative);
    return { withCondition: positive * without, without };
  }
  if (positive !== null)
    return positive >= 1 ? { withCondition: 0.5, without: 0.5 / positive } : { withCondition: 0.5 * positive, without: 0.5 };
  if (negative !== null)
    return negative <= 1 ? { withCondition: 1 - 0.5 * negative, without: 0.5 } : { withCondition: 0.5, without: 1 - 0.5 / negative };
  return null;
}

/** The chance that a finding is present, as the rows that read it alone see it in this patient; null where none does. */
export function chanceOfPresent(slot: number, weighed: WeighedCase, rules: Rules): number | null {
  let sum = 0;
  let rows = 0;
  for (const index of rules.dependents.conditions[slot] ?? []) {
    const probability = probabilityOf(weighed.logOdds[index] ?? 0);
    for (const weight of rules.conditions[index]?.weights ?? []) {
      if (weight.reads.length !== 1 || weight.reads[0] !== slot) continue;
      const rate = rates(weight);
      if (rate === null) continue;
      const holds = probability * rate.withCondition + (1 - probability) * rate.without;
      sum += weight.reversed ? 1 - holds : holds;
      rows += 1;
    }
  }
  return rows === 0 ? null : sum / rows;
}
