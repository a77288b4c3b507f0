import { layOut, runAll } from '../../shared/classification/case-memory.ts';
import { rules as ourRules, type Rules } from '../../shared/evidence/rules.ts';
import { present } from '../../shared/evidence/three-valued.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';

/** Why a finding need not be asked any more, and what the earlier answers settle it as, where they do. */
export interface MadePointless {
  readonly why: string;
  readonly settledAs: boolean | number | null;
}

/** The findings that earlier answers settle or make pointless, by id. */
export function madePointless(facts: CaseFacts, rules: Rules = ourRules): ReadonlyMap<string, MadePointless> {
  const memory = runAll(layOut(facts, rules), rules);
  const found = new Map<string, MadePointless>();
  for (const [slot, places] of rules.pointless) {
    const row = places.find((place) => memory.truths[place.node] === present)?.row;
    const id = rules.program.slotNames[slot];
    if (row !== undefined && id !== undefined) found.set(id, { why: row.why, settledAs: row.settledAs });
  }
  return found;
}
