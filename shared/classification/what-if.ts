import type { Known, Memory } from '../evidence/memory.ts';
import type { Rules } from '../evidence/rules.ts';
import type { Tri } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { competitionAgainst, type Rivalry, refreshOdds, refreshPairs } from './competition.ts';
import type { WeighedCase } from './differential.ts';
import { type ExplainedFacts, explainedFacts, sameExplained } from './explained-facts.ts';
import { type OwnOdds, ownOdds } from './own-odds.ts';

/**
 * Asks what the differential would be if one answer, or a few, were different, without weighing the whole case again: only the steps
 * that read the changed facts are run, only the conditions that they touch are weighed, only their pairs compete anew.
 */
export interface WhatIf {
  /** The log-odds with these facts (slot, value; undefined: unknown) in place of the known ones; valid until the next question. */
  readonly logOdds: (changes: readonly (readonly [number, Known])[]) => Float64Array;
}

function copyOf(rivalry: Rivalry): Rivalry {
  return {
    standing: rivalry.standing.slice(),
    odds: rivalry.odds.slice(),
    before: rivalry.before.slice(),
  };
}

function copyInto(target: number[], source: readonly number[]): void {
  for (let place = 0; place < source.length; place++) target[place] = source[place] as number;
}

function restore(target: Rivalry, source: Rivalry, pairsToo: boolean): void {
  copyInto(target.odds, source.odds);
  copyInto(target.before, source.before);
  if (pairsToo) copyInto(target.standing, source.standing);
}

/** Opens such questions on a weighed case. The given memory and case stay as they are. */
export function whatIf(facts: CaseFacts, known: Memory, weighed: WeighedCase, rules: Rules): WhatIf {
  const memory: Memory = { values: known.values.slice(), truths: known.truths.slice() };
  const owns: OwnOdds[] = weighed.owns.slice();
  const explained: ExplainedFacts[] = weighed.facts.slice();
  const rivalry = copyOf(weighed.rivalry);
  const result = new Float64Array(owns.length);
  const unmoved = Float64Array.from(weighed.logOdds);
  const cores = owns.map((own) => own.coreState) as Tri[];
  const { dependents, program } = rules;

  function run(slot: number): void {
    for (const step of dependents.steps[slot] ?? []) program.steps[step]?.(memory);
  }

  function touched(slots: readonly number[]): readonly number[] {
    if (slots.length === 1) return dependents.conditions[slots[0] ?? 0] ?? [];
    return [...new Set(slots.flatMap((slot) => dependents.conditions[slot] ?? []))];
  }

  function logOdds(changes: readonly (readonly [number, Known])[]): Float64Array {
    const slots = changes.map(([slot]) => slot);
    const conditions = touched(slots);
    for (const [slot, value] of changes) memory.values[slot] = value;
    for (const slot of slots) run(slot);
    if (!hasMoved(slots)) {
      takeBack(slots);
      return unmoved;
    }
    for (const index of conditions) cores[index] = memory.truths[rules.conditions[index]?.core.node ?? 0] as Tri;
    const accountsAnew: number[] = [];
    for (const index of conditions) {
      const condition = rules.conditions[index];
      const [before, factsBefore] = [weighed.owns[index], weighed.facts[index]];
      if (condition === undefined || before === undefined || factsBefore === undefined) continue;
      const own = ownOdds(condition, memory, cores, facts, rules);
      const accounts = explainedFacts(own, memory, rules);
      owns[index] = own;
      explained[index] = accounts;
      refreshOdds(rivalry, own);
      if (own.coreState !== before.coreState || !sameExplained(accounts, factsBefore)) accountsAnew.push(index);
    }
    refreshPairs(rivalry, owns, explained, accountsAnew, rules);
    for (let index = 0; index < owns.length; index++)
      result[index] = (owns[index]?.total ?? 0) + competitionAgainst(index, rivalry, owns, explained, rules);
    takeBack(slots);
    for (const index of conditions) {
      const [own, accounts] = [weighed.owns[index], weighed.facts[index]];
      if (own === undefined || accounts === undefined) continue;
      cores[index] = own.coreState;
      owns[index] = own;
      explained[index] = accounts;
    }
    restore(rivalry, weighed.rivalry, accountsAnew.length > 0);
    return result;
  }

  /** Whether any truth is another than before; else nothing can weigh differently. */
  function hasMoved(slots: readonly number[]): boolean {
    return slots.some((slot) =>
      (dependents.steps[slot] ?? []).some((step) => {
        const node = program.stepWrites[step]?.node ?? null;
        return node !== null && memory.truths[node] !== known.truths[node];
      }),
    );
  }

  /** Sets back the facts, and what the steps wrote. */
  function takeBack(slots: readonly number[]): void {
    for (const slot of slots) {
      memory.values[slot] = known.values[slot];
      for (const step of dependents.steps[slot] ?? []) {
        const write = program.stepWrites[step];
        if (write === undefined) continue;
        if (write.node !== null) memory.truths[write.node] = known.truths[write.node] as Tri;
        if (write.slot !== null) memory.values[write.slot] = known.values[write.slot];
      }
    }
  }

  return { logOdds };
}
