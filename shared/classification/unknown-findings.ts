import type { Memory } from '../evidence/memory.ts';
import type { Rules } from '../evidence/rules.ts';
import { present, unknown } from '../evidence/three-valued.ts';
import type { OwnOdds } from './own-odds.ts';

/** The most that a weight could give. */
function reach(own: OwnOdds, place: number): number {
  const weight = own.rules.weights[place];
  return Math.max(Math.abs(weight?.positive?.value ?? 0), Math.abs(weight?.negative?.value ?? 0));
}

/** What is unknown and would matter for a condition: the findings of its open rows, what could weigh most first, core feature first of all. */
export function unknownFindings(own: OwnOdds, memory: Memory, rules: Rules): readonly string[] {
  const weightOf = new Map<number, number>();
  own.rules.weights.forEach((weight, place) => {
    if (memory.truths[weight.node] !== unknown) return;
    for (const slot of weight.findings) weightOf.set(slot, Math.max(weightOf.get(slot) ?? 0, reach(own, place)));
  });
  if (own.coreState === unknown) for (const slot of own.rules.core.findings) weightOf.set(slot, Number.MAX_SAFE_INTEGER);
  return [...weightOf]
    .filter(([slot]) => memory.values[slot] === undefined && !isPointless(slot, memory, rules))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([slot]) => rules.program.slotNames[slot] ?? '');
}

/** Whether earlier answers have settled a finding, or made it pointless to ask. */
export function isPointless(slot: number, memory: Memory, rules: Rules): boolean {
  return rules.pointless.get(slot)?.some((place) => memory.truths[place.node] === present) ?? false;
}
