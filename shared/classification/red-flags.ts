import type { Memory } from '../evidence/memory.ts';
import { because } from '../evidence/reasons.ts';
import type { Rules } from '../evidence/rules.ts';
import { present } from '../evidence/three-valued.ts';
import type { RedFlag, Urgency } from './result.ts';

/** The red flags that the tables' definitions find, emergencies first: the first tier that holds gives the urgency. */
export function redFlags(memory: Memory, rules: Rules): RedFlag[] {
  const found = rules.redFlags.flatMap(({ row, tiers }): RedFlag[] => {
    const tier = tiers.find((candidate) => memory.truths[candidate.reasons.node] === present);
    if (tier === undefined) return [];
    return [{ id: row.id, urgency: tier.urgency, because: [...because(tier.reasons, memory)], action: row.action, sources: row.sources }];
  });
  return [...found.filter((flag) => flag.urgency === 'emergency'), ...found.filter((flag) => flag.urgency === 'urgent')];
}

/** The highest urgency of red flags. */
export function highestUrgency(flags: readonly RedFlag[]): Urgency {
  return flags.reduce<Urgency>(
    (highest, flag) => (flag.urgency === 'emergency' ? 'emergency' : highest === 'none' ? 'urgent' : highest),
    'none',
  );
}
