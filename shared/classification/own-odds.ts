import type { Memory } from '../evidence/memory.ts';
import { type MicroNats, microLogit } from '../evidence/micro-nats.ts';
import type { ConditionRules, Rules } from '../evidence/rules.ts';
import { absent, type Tri } from '../evidence/three-valued.ts';
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
function pretest(rules: ConditionRules, setting: Setting, own: number | undefined): MicroNats {
  return own === undefined ? (rules.pretest.get(setting)?.value ?? 0) : microLogit(own);
}

function ageFactor(rules: ConditionRules, age: number | undefined): MicroNats {
  return age === undefined ? 0 : (rules.age.bands.find((band) => age < band.under)?.value ?? 0);
}

/** The truth of each condition's core feature, by the conditions' order. */
export function coreStates(memory: Memory, rules: Rules): readonly Tri[] {
  return rules.conditions.map((condition) => memory.truths[condition.core.node] as Tri);
}

/**
 * Takes off what findings and composites give together beyond the bound, for and against apart: they come together more often than
 * independence says. Never so much that a further finding would lower the sum.
 */
function togetherDiscount(condition: ConditionRules, { given, counts }: Weighing, rules: Rules): MicroNats {
  let gains = 0;
  let losses = 0;
  for (let place = 0; place < given.length; place++) {
    if (!counts[place] || condition.weights[place]?.row.kind === 'confirming') continue;
    const value = given[place]?.value ?? 0;
    if (value > 0) gains += value;
    else losses -= value;
  }
  const share = 1 - rules.parameters.shareBeyond;
  const beyond = (sum: MicroNats) => Math.round(Math.max(0, sum - rules.togetherBound) * share);
  return beyond(losses) - beyond(gains);
}

/** Pre-test chance, age, core feature and counted evidence of one condition. */
export function ownOdds(condition: ConditionRules, memory: Memory, cores: readonly Tri[], facts: CaseFacts, rules: Rules): OwnOdds {
  const coreState = cores[condition.index] as Tri;
  const before = pretest(condition, facts.setting, facts.priors?.[condition.condition]);
  const age = ageFactor(condition, facts.patient.ageYears);
  const core = coreState === absent ? condition.core.absent.value : 0;
  const weighing = weigh(condition, memory, cores);
  const together = togetherDiscount(condition, weighing, rules);
  let total = before + age + core + together;
  for (let place = 0; place < weighing.given.length; place++) {
    if (weighing.counts[place]) total += weighing.given[place]?.value ?? 0;
  }
  return { rules: condition, pretest: before, age, coreState, core, weighing, together, total };
}
