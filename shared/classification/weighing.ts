import type { Memory } from '../evidence/memory.ts';
import type { MicroNats } from '../evidence/micro-nats.ts';
import type { ConditionRules, PlacedWeight } from '../evidence/rules.ts';
import { absent, present, type Tri, unknown } from '../evidence/three-valued.ts';
import type { Weighed } from '../evidence/weight.ts';

/** What each weight of a condition gives for one patient, and which of them count. */
export interface Weighing {
  /** By weight: what it gives, null where it is unknown, silent or withheld. */
  readonly given: readonly (Weighed | null)[];
  /** By weight: whether it counts; what is given and does not count is discounted in its group. */
  readonly counts: readonly boolean[];
}

/** What a weight gives, its `when` being known; the core feature may withhold it, and a pair needs both cores possible. */
function given(weight: PlacedWeight, truth: Tri, cores: readonly Tri[], index: number): Weighed | null {
  if (weight.withheld && cores[index] !== present) return null;
  if (weight.oppositeIndex !== null && (cores[index] === absent || cores[weight.oppositeIndex] === absent)) return null;
  return truth === present ? weight.positive : weight.negative;
}

const size = (weighed: Weighed | null | undefined): MicroNats => Math.abs(weighed?.value ?? 0);

/** Of the members that are given, the first of `first`, else the one of the largest absolute logarithm; -1 where none is. */
function chosen(members: readonly number[], first: readonly number[], all: readonly (Weighed | null)[]): number {
  for (let index = 0; index < first.length; index++) if (all[first[index] as number]) return first[index] as number;
  let best = -1;
  for (let index = 0; index < members.length; index++) {
    const place = members[index] as number;
    if (all[place] && (best === -1 || size(all[place]) > size(all[best]))) best = place;
  }
  return best;
}

/** Lets the strongest composite that weighs at least as much as its items take their place. */
function compose(rules: ConditionRules, all: readonly (Weighed | null)[], counts: boolean[], ofGroup: readonly number[]): void {
  const composites = rules.composites.filter((composite) => all[composite.weight] !== null);
  if (composites.length === 0) return;
  if (composites.length > 1) composites.sort((a, b) => size(all[b.weight]) - size(all[a.weight]) || a.weight - b.weight);
  for (const composite of composites) {
    const items = [...composite.groups.map((group) => ofGroup[group] ?? -1), ...composite.weights].filter((place) => counts[place]);
    const together = items.reduce((sum, place) => sum + (all[place]?.value ?? 0), 0);
    if (size(all[composite.weight]) < Math.abs(together)) continue;
    for (const place of items) counts[place] = false;
    counts[composite.weight] = true;
    return;
  }
}

/**
 * Weighs a condition's rows by the groups' rules: of a group only one counts; a composite takes the place of its items only where it
 * weighs at least as much as they do together, and never beside another composite.
 * @param cores the truth of each condition's core feature, by index.
 */
export function weigh(rules: ConditionRules, memory: Memory, cores: readonly Tri[]): Weighing {
  const { weights, groups, nothing } = rules;
  const all = nothing.given.slice();
  const counts = nothing.counts.slice();
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] as PlacedWeight;
    const truth = memory.truths[weight.node] as Tri;
    if (truth === unknown) continue;
    const weighed = given(weight, truth, cores, rules.index);
    if (weighed === null) continue;
    all[place] = weighed;
    if (weight.alone) counts[place] = true;
  }
  const ofGroup: number[] = [];
  for (let group = 0; group < groups.length; group++) {
    const { members, first } = groups[group] as ConditionRules['groups'][number];
    const place = chosen(members, first, all);
    if (place !== -1) counts[place] = true;
    ofGroup.push(place);
  }
  if (rules.composites.length > 0) compose(rules, all, counts, ofGroup);
  return { given: all, counts };
}
