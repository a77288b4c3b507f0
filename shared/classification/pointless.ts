import { rules as ours, type Rules } from '../evidence/rules.ts';
import { present } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { layOut, runAll } from './case-memory.ts';

/** Why a finding need not be asked: `settledAs` is the answer that follows by logic (to be marked as inferred), null where none does. */
export interface Pointless {
  readonly why: string;
  readonly settledAs: boolean | number | null;
}

/**
 * The findings that earlier answers settle or make pointless, by id. The classification itself reads known answers only: an inferred one
 * weighs once it is recorded as an answer.
 */
export function pointless(facts: CaseFacts, rules: Rules = ours): ReadonlyMap<string, Pointless> {
  const memory = runAll(layOut(facts, rules), rules);
  const found = new Map<string, Pointless>();
  for (const [slot, places] of rules.pointless) {
    const row = places.find((place) => memory.truths[place.node] === present)?.row;
    const id = rules.program.slotNames[slot];
    if (row !== undefined && id !== undefined) found.set(id, { why: row.why, settledAs: row.settledAs });
  }
  return found;
}
