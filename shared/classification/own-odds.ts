import type { Memory } from '../evidence/memory.ts';
import { type MicroNats, microLogit } from '../evidence/micro-nats.ts';
import type { ConditionRules, PlacedWeight, Rules } from '../evidence/rules.ts';
import { absent, type Tri } from '../evidence/three-valued.ts';
import type { Weighed } from '../evidence/weight.ts';
import type { CaseFacts, Setting } from '../findings/facts.ts';
import { type Weighing, weigh } from './weighing.ts';

/** A condition's log-odds by its own evidence, before conditions compete; the parts add up to `total`. */
export interface OwnOdds {
  readonly rules: ConditionRules;
  readonly pretest: MicroNats;
  readonly age: MicroNats;
  readonly coreState: Tri;
  readonly core: MicroNats;
  readonly weighing: Weighing;
  /** What is taken off because findings come together more often than independence says. */
  readonly together: MicroNats;
  readonly total: MicroNats;
}

/** Pre-test log-odds: the practice's own chance where it has set one. */
export function pretest(rules: ConditionRules, setting: Setting, own: number | undefined): MicroNats {
  return own === undefined ? (rules.pretest.get(setting)?.value ?? 0) : microLogit(own);
}

function ageFactor(rules: ConditionRules, age: number | undefined): MicroNats {
  return age === undefined ? 0 : (rules.age.bands.find((band) => age < band.under)?.value ?? 0);
}

/** The truth of each condition's core feature, by the conditions' order. */
export function coreStates(memory: Memory, rules: Rules): readonly Tri[] {
  return rules.conditions.map((condition) => memory.truths[condition.core.node] as Tri);
}

/** What of a sum counts for too much: the share beyond the bound. */
function beyond(sum: MicroNats, rules: Rules): MicroNats {
  return sum <= rules.togetherBound ? 0 : Math.round((sum - rules.togetherBound) * (1 - rules.parameters.shareBeyond));
}

/**
 * The sum of what counts, and what is taken off because findings and composites come together more often than independence says: beyond
 * the bound, for and against apart. Never so much that a further finding would lower the sum.
 */
function evidence(condition: ConditionRules, { given, counts }: Weighing, rules: Rules): { sum: MicroNats; together: MicroNats } {
  let gains = 0;
  let losses = 0;
  let confirmed = 0;
  for (let place = 0; place < given.length; place++) {
    if (!counts[place]) continue;
    const value = (given[place] as Weighed).value;
    if ((condition.weights[place] as PlacedWeight).isConfirming) confirmed += value;
    else if (value > 0) gains += value;
    else losses -= value;
  }
  return { sum: confirmed + gains - losses, together: beyond(losses, rules) - beyond(gains, rules) };
}

/** Pre-test chance, age, core feature and counted evidence of one condition. */
export function ownOdds(condition: ConditionRules, memory: Memory, cores: readonly Tri[], facts: CaseFacts, rules: Rules): OwnOdds {
  const coreState = cores[condition.index] as Tri;
  const before = pretest(condition, facts.setting, facts.priors?.[condition.condition]);
  const age = ageFactor(condition, facts.patient.ageYears);
  const core = coreState === absent ? condition.core.absent.value : 0;
  const weighing = weigh(condition, memory, cores);
  const { sum, together } = evidence(condition, weighing, rules);
  return { rules: condition, pretest: before, age, coreState, core, weighing, together, total: before + age + core + sum + together };
}
