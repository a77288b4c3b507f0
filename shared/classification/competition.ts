import { type MicroNats, microLog, ratioOf } from '../evidence/micro-nats.ts';
import type { Rules } from '../evidence/rules.ts';
import { present, unknown } from '../evidence/three-valued.ts';
import { type ExplainedFacts, sharedSupport } from './explained-facts.ts';
import { countBeyond, meets } from './fact-bits.ts';
import type { OwnOdds } from './own-odds.ts';

/**
 * How the conditions stand to each other: their odds, before and after the evidence, and by row c, column d, `standing`, by which what d
 * accounts for and c does not raises d against c.
 */
export interface Rivalry {
  readonly standing: number[];
  readonly odds: number[];
  readonly before: number[];
}

/** By how much d's claim to the patient is raised against c's: by what d accounts for and c does not. */
function standing(own: OwnOdds, other: OwnOdds, ofC: ExplainedFacts, ofD: ExplainedFacts, rules: Rules): number {
  const { standings } = rules;
  const described = ofD.isEmpty ? 1 : (standings[countBeyond(ofD.explains, ofC.explains, standings.length - 1)] as number);
  return own.coreState === unknown && other.coreState === present ? described / own.rules.core.row.lrWhenAbsent : described;
}

/** The share of c's odds that is left to it were d present. */
function keeps(own: OwnOdds, ofC: ExplainedFacts, ofD: ExplainedFacts, rules: Rules): number {
  const unshared = meets(ofC.supports, ofD.explains) ? ratioOf(-sharedSupport(ofC, ofD, rules)) : 1;
  return own.coreState === unknown ? own.rules.core.row.lrWhenAbsent * unshared : unshared;
}

function setStanding(
  rivalry: Rivalry,
  owns: readonly OwnOdds[],
  facts: readonly ExplainedFacts[],
  c: number,
  d: number,
  rules: Rules,
): void {
  rivalry.standing[c * owns.length + d] = standing(
    owns[c] as OwnOdds,
    owns[d] as OwnOdds,
    facts[c] as ExplainedFacts,
    facts[d] as ExplainedFacts,
    rules,
  );
}

/** Sets anew a condition's odds. */
export function refreshOdds(rivalry: Rivalry, own: OwnOdds): void {
  const c = own.rules.index;
  rivalry.odds[c] = ratioOf(own.total);
  rivalry.before[c] = ratioOf(own.pretest + own.age);
}

/** Sets anew how the conditions that account for other facts than before, or whose core feature has changed, stand to all others. */
export function refreshPairs(
  rivalry: Rivalry,
  owns: readonly OwnOdds[],
  facts: readonly ExplainedFacts[],
  changed: readonly number[],
  rules: Rules,
): void {
  for (const c of changed) {
    for (let other = 0; other < owns.length; other++) {
      if (other === c) continue;
      setStanding(rivalry, owns, facts, c, other, rules);
      if (other > c || !changed.includes(other)) setStanding(rivalry, owns, facts, other, c, rules);
    }
  }
}

/** How all conditions stand to each other. */
export function rivalryOf(owns: readonly OwnOdds[], facts: readonly ExplainedFacts[], rules: Rules): Rivalry {
  const size = owns.length;
  const rivalry = { standing: new Array<number>(size * size).fill(1), odds: new Array<number>(size), before: new Array<number>(size) };
  for (const own of owns) refreshOdds(rivalry, own);
  for (let c = 0; c < size; c++) {
    for (let d = 0; d < size; d++) if (d !== c) setStanding(rivalry, owns, facts, c, d, rules);
  }
  return rivalry;
}

/**
 * What a condition loses because others account for the same patient: 0 or less, millionths of a nat.
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
export function competitionAgainst(
  c: number,
  rivalry: Rivalry,
  owns: readonly OwnOdds[],
  facts: readonly ExplainedFacts[],
  rules: Rules,
): MicroNats {
  const { odds, before } = rivalry;
  let alone = 1;
  let beside = 1;
  for (let d = 0; d < odds.length; d++) {
    if (d === c) continue;
    const gain = (odds[d] as number) * (rivalry.standing[c * odds.length + d] as number) - (before[d] as number);
    if (gain <= 0) continue;
    alone += gain;
    beside += gain * keeps(owns[c] as OwnOdds, facts[c] as ExplainedFacts, facts[d] as ExplainedFacts, rules);
  }
  if (alone === beside) return 0;
  // `+ 0` turns a negative nought into nought: results are compared bit for bit.
  return microLog(beside / alone) + 0;
}
