import type { Memory } from '../evidence/memory.ts';
import type { MicroNats } from '../evidence/micro-nats.ts';
import { rules as ours, type Rules } from '../evidence/rules.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { layOutAndRun } from './case-memory.ts';
import { competition } from './competition.ts';
import { type ExplainedFacts, explainedFacts } from './explained-facts.ts';
import { coreStates, type OwnOdds, ownOdds } from './own-odds.ts';

/** A case weighed: each condition's own odds, what it accounts for, what competition takes, and the sum. By the conditions' order. */
export interface WeighedCase {
  readonly owns: readonly OwnOdds[];
  readonly facts: readonly ExplainedFacts[];
  readonly competition: readonly MicroNats[];
  readonly logOdds: readonly MicroNats[];
}

/** Weighs a case that is laid out and run. */
export function weighCase(facts: CaseFacts, memory: Memory, rules: Rules): WeighedCase {
  const cores = coreStates(memory, rules);
  const owns = rules.conditions.map((condition) => ownOdds(condition, memory, cores, facts, rules));
  const explained = owns.map((own) => explainedFacts(own, memory, rules));
  const lost = competition(owns, explained, rules);
  return { owns, facts: explained, competition: lost, logOdds: owns.map((own, index) => own.total + (lost[index] as number)) };
}

/** The log-odds of each condition, in the conditions' order: the fast core, without explanation. */
export function differential(facts: CaseFacts, rules: Rules = ours): readonly MicroNats[] {
  return weighCase(facts, layOutAndRun(facts, rules), rules).logOdds;
}
