import type { Memory } from '../evidence/memory.ts';
import type { Rules } from '../evidence/rules.ts';
import { absent, unknown } from '../evidence/three-valued.ts';
import type { WeighedCase } from './differential.ts';
import { countBits, unionBits } from './fact-bits.ts';
import { allExplained, ranking } from './ranking.ts';
import type { Pair } from './result.ts';
import { isPointless } from './unknown-findings.ts';

/** How many conditions, best first, are looked at in pairs. */
const among = 4;

/** How far an open row would move a condition either way, by what it reads. */
function swing(index: number, weighed: WeighedCase, memory: Memory): ReadonlyMap<string, number> {
  const swings = new Map<string, number>();
  for (const weight of weighed.owns[index]?.rules.weights ?? []) {
    if (memory.truths[weight.node] !== unknown) continue;
    const reach = Math.abs(weight.positive?.value ?? 0) + Math.abs(weight.negative?.value ?? 0);
    swings.set(weight.finding, Math.max(swings.get(weight.finding) ?? 0, reach));
  }
  return swings;
}

/** The open tests that move the two furthest, three at most. */
function wouldTell(first: number, second: number, weighed: WeighedCase, memory: Memory, rules: Rules): string[] {
  const swings = new Map(swing(first, weighed, memory));
  for (const [finding, reach] of swing(second, weighed, memory)) swings.set(finding, (swings.get(finding) ?? 0) + reach);
  return [...swings]
    .filter(([finding]) => !isPointless(rules.program.slots.get(finding) ?? -1, memory, rules))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([finding]) => finding);
}

/**
 * Two causes: how many of the patient's findings the leading conditions account for alone and together, where together is more than
 * either alone, with the tests that would tell them apart.
 */
export function pairs(weighed: WeighedCase, memory: Memory, rules: Rules): Pair[] {
  const of = countBits(allExplained(weighed, rules));
  const candidates = ranking(weighed)
    .filter((index) => weighed.owns[index]?.coreState !== absent)
    .slice(0, among);
  const found: Pair[] = [];
  candidates.forEach((first, place) => {
    for (const second of candidates.slice(place + 1)) {
      const [a, b] = [weighed.facts[first]?.explains, weighed.facts[second]?.explains];
      const [nameA, nameB] = [rules.conditions[first]?.condition, rules.conditions[second]?.condition];
      if (a === undefined || b === undefined || nameA === undefined || nameB === undefined) continue;
      const explained = countBits(unionBits(a, b));
      const alone: [number, number] = [countBits(a), countBits(b)];
      if (explained <= Math.max(...alone)) continue;
      found.push({ conditions: [nameA, nameB], explained, alone, of, wouldTell: wouldTell(first, second, weighed, memory, rules) });
    }
  });
  return found.sort((a, b) => b.explained - a.explained).slice(0, 3);
}
