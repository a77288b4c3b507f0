import { layOut, runAll } from '../classification/case-memory.ts';
import type { Rules } from '../evidence/rules.ts';
import type { CaseFacts } from '../findings/facts.ts';

/** The numbers that the rules derive from a case (an ankle-brachial index from pressures), by id; those not known are left out. */
export function derivedValues(facts: CaseFacts, rules: Rules): ReadonlyMap<string, number> {
  const memory = runAll(layOut(facts, rules), rules);
  const values = new Map<string, number>();
  for (const { id } of rules.tables.derived) {
    const slot = rules.program.slots.get(id);
    const value = slot === undefined ? undefined : memory.values[slot];
    if (typeof value === 'number') values.set(id, value);
  }
  return values;
}
