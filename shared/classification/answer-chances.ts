import { type MicroNats, probabilityOf, ratioOf } from '../evidence/micro-nats.ts';
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

/** The condition that the answers move furthest, by index; -1 where they move none. */
function mostMoved(after: readonly (readonly MicroNats[])[], before: readonly MicroNats[]): number {
  let most = -1;
  let furthest = 0;
  for (let index = 0; index < before.length; index++) {
    let moved = 0;
    for (const then of after) moved = Math.max(moved, Math.abs((then[index] as number) - (before[index] as number)));
    if (moved > furthest) [most, furthest] = [index, moved];
  }
  return most;
}

/** Halvings of the search below: enough for chances to nine digits. */
const halvings = 40;

/**
 * Rates without the condition under which the answers' ratios are those of rates (the rates with it add up to 1 as well), as alike as may
 * be otherwise: q = exp(-λ·ratio), λ found by halving. Only where some ratios raise and some lower.
 */
function alikeRates(ratios: readonly number[]): readonly number[] {
  const highest = Math.max(...ratios);
  const sizes = ratios.map((ratio) => ratio / highest);
  const ratesAt = (tilt: number) => {
    const rates = sizes.map((size) => Math.exp(-tilt * (size - (tilt > 0 ? Math.min(...sizes) : 1))));
    const sum = rates.reduce((total, rate) => total + rate, 0);
    return rates.map((rate) => rate / sum);
  };
  let [low, high] = [-1000, 1000];
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2;
    const mean = ratesAt(middle).reduce((sum, rate, place) => sum + rate * (ratios[place] as number), 0);
    if (mean > 1) low = middle;
    else high = middle;
  }
  return ratesAt((low + high) / 2);
}

/**
 * The chances of several answers, by what each would do to the condition that they move furthest: so that its probability, over all
 * answers, is expected to stay what it is. Where they only raise it, or only lower it, half of those with (or without) the condition are
 * taken to give one of these. For ordering questions only: never weighs.
 * @param after the log-odds after each answer, by condition.
 */
export function chancesOfSeveral(after: readonly (readonly MicroNats[])[], before: readonly MicroNats[]): readonly number[] {
  const alike = after.map(() => 1 / after.length);
  const index = mostMoved(after, before);
  if (index === -1) return alike;
  const now = before[index] as number;
  const ratios = after.map((then) => ratioOf((then[index] as number) - now));
  const probability = probabilityOf(now);
  const raising = ratios.filter((ratio) => ratio > 1).length;
  const lowering = ratios.filter((ratio) => ratio < 1).length;
  const neutral = ratios.length - raising - lowering;
  if (raising > 0 && lowering > 0)
    return alikeRates(ratios).map((rate, place) => rate * (1 - probability + probability * (ratios[place] as number)));
  if (neutral === 0) return alike;
  const oneSided = ratios.map((ratio) =>
    ratio === 1
      ? null
      : ratio > 1
        ? 0.5 / raising / ratio + (probability * 0.5 * (1 - 1 / ratio)) / raising
        : (0.5 / lowering) * (1 - probability + probability * ratio),
  );
  const rest = 1 - oneSided.reduce<number>((sum, chance) => sum + (chance ?? 0), 0);
  return oneSided.map((chance) => chance ?? rest / neutral);
}
