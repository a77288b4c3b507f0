import { type MicroNats, microLog, ratioOf } from '../evidence/micro-nats.ts';
import type { Rules } from '../evidence/rules.ts';
import { present, unknown } from '../evidence/three-valued.ts';
import { type ExplainedFacts, sharedSupport } from './explained-facts.ts';
import { countBeyond, meets } from './fact-bits.ts';
import type { OwnOdds } from './own-odds.ts';

/** What the weighing of each condition found, by the conditions' order. */
export type Owns = readonly OwnOdds[];
export type Facts = readonly ExplainedFacts[];

/** Odds of a condition by its own evidence. */
export function oddsOf(own: OwnOdds): number {
  return ratioOf(own.total);
}

/** Its odds before any evidence. */
export function oddsBefore(own: OwnOdds): number {
  return ratioOf(own.pretest + own.age);
}

/** A condition that accounts for nothing, its core feature not known present, stands no higher against any other. */
export function isIdle(own: OwnOdds, facts: ExplainedFacts): boolean {
  return facts.isEmpty && own.coreState !== present;
}

/** By how much d's claim to the patient is raised against c's: by what d accounts for and c does not. */
export function standing(own: OwnOdds, other: OwnOdds, ofC: ExplainedFacts, ofD: ExplainedFacts, rules: Rules): number {
  const { standings } = rules;
  const described = ofD.isEmpty ? 1 : (standings[countBeyond(ofD.explains, ofC.explains, standings.length - 1)] as number);
  return own.coreState === unknown && other.coreState === present ? described / own.rules.core.row.lrWhenAbsent : described;
}

/** The share of c's odds that is left to it were d present. */
export function keeps(own: OwnOdds, ofC: ExplainedFacts, ofD: ExplainedFacts, rules: Rules): number {
  const unshared = meets(ofC.supports, ofD.explains) ? ratioOf(-sharedSupport(ofC, ofD, rules)) : 1;
  return own.coreState === unknown ? own.rules.core.row.lrWhenAbsent * unshared : unshared;
}

/** The mean over "d absent" and "d present", of all competitors together, as a change of log-odds. */
export function loss(alone: number, beside: number): MicroNats {
  // `+ 0` turns a negative nought into nought: results are compared bit for bit.
  return alone === beside ? 0 : microLog(beside / alone) + 0;
}

/**
 * What each condition loses because others account for the same patient: 0 or less, millionths of a nat.
 *
 * Take a condition c and a competitor d. Were d present, what d accounts for would no longer speak for c: c would keep its chance of
 * coexistence (conditions coexist) and its evidence that d does not account for. c's odds are the mean over "d absent" and
 * "d present". "d present" weighs as much as the evidence has raised d's odds above its pre-test odds; each finding that d accounts for
 * and c does not counts as a clinical description does (a ratio of 3, together at most 12: the bounds of the evidence tables).
 * A c whose core feature nobody has asked for stays as it is by itself; but where another accounts for the patient, c is held as
 * unlikely as if its core feature were absent (the ratio of its core row), against a d whose own is known present and beside it.
 * So a condition that nothing supports takes nothing away, nothing known leaves the pre-test chances as they are, and evidence of a
 * condition's own is never erased.
 */
export function competition(owns: Owns, facts: Facts, rules: Rules): readonly MicroNats[] {
  const highest = rules.standings.at(-1) as number;
  const odds = owns.map(oddsOf);
  const before = owns.map(oddsBefore);
  const idle = owns.map((own, index) => isIdle(own, facts[index] as ExplainedFacts));
  return owns.map((own, c) => {
    const ofC = facts[c] as ExplainedFacts;
    const isOpen = own.coreState === unknown;
    const highestWhereOpen = isOpen ? highest / own.rules.core.row.lrWhenAbsent : highest;
    let alone = 1;
    let beside = 1;
    for (let d = 0; d < owns.length; d++) {
      if (d === c) continue;
      const other = owns[d] as OwnOdds;
      const isCounted = !idle[d];
      // However high it stands, it would not weigh: most do not.
      const most = isCounted ? (other.coreState === present ? highestWhereOpen : highest) : 1;
      if ((odds[d] as number) * most <= (before[d] as number)) continue;
      const ofD = facts[d] as ExplainedFacts;
      const raised = isCounted ? standing(own, other, ofC, ofD, rules) : 1;
      const gain = (odds[d] as number) * raised - (before[d] as number);
      if (gain <= 0) continue;
      alone += gain;
      beside += gain * keeps(own, ofC, ofD, rules);
    }
    return loss(alone, beside);
  });
}
