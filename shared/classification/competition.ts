import { type MicroNats, microLog, ratioOf } from '../evidence/micro-nats.ts';
import type { Rules } from '../evidence/rules.ts';
import { present, unknown } from '../evidence/three-valued.ts';
import { type ExplainedFacts, sharedSupport } from './explained-facts.ts';
import { countBeyond } from './fact-bits.ts';
import type { OwnOdds } from './own-odds.ts';

/**
 * How each pair of conditions stands to each other, row c, column d: `standing`, by which what d accounts for and c does not raises d
 * against c; `keeps`, the share of c's odds that is left to it were d present.
 */
export interface Rivalry {
  readonly standing: Float64Array;
  readonly keeps: Float64Array;
  readonly odds: Float64Array;
  readonly before: Float64Array;
}

function setPair(rivalry: Rivalry, owns: readonly OwnOdds[], facts: readonly ExplainedFacts[], c: number, d: number, rules: Rules): void {
  const [own, other, ofC, ofD] = [owns[c], owns[d], facts[c], facts[d]];
  if (own === undefined || other === undefined || ofC === undefined || ofD === undefined) return;
  const { describedRatio, highestRatio } = rules.parameters;
  const coreOpen = own.coreState === unknown;
  const beyond = countBeyond(ofD.explains, ofC.explains);
  const described = beyond === 0 ? 1 : beyond === 1 ? describedRatio : Math.min(highestRatio, describedRatio ** beyond);
  const asIfAbsent = coreOpen ? own.rules.core.row.lrWhenAbsent : 1;
  const place = c * owns.length + d;
  rivalry.standing[place] = other.coreState === present ? described / asIfAbsent : described;
  rivalry.keeps[place] = asIfAbsent * ratioOf(-sharedSupport(ofC, ofD, rules.describedBound));
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
      setPair(rivalry, owns, facts, c, other, rules);
      if (other > c || !changed.includes(other)) setPair(rivalry, owns, facts, other, c, rules);
    }
  }
}

/** How all conditions stand to each other. */
export function rivalryOf(owns: readonly OwnOdds[], facts: readonly ExplainedFacts[], rules: Rules): Rivalry {
  const square = () => new Float64Array(owns.length * owns.length);
  const rivalry = { standing: square(), keeps: square(), odds: new Float64Array(owns.length), before: new Float64Array(owns.length) };
  for (const own of owns) refreshOdds(rivalry, own);
  refreshPairs(
    rivalry,
    owns,
    facts,
    owns.map((_, index) => index),
    rules,
  );
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
export function competitionAgainst(c: number, rivalry: Rivalry): MicroNats {
  const conditions = rivalry.odds.length;
  let alone = 1;
  let beside = 1;
  for (let d = 0; d < conditions; d++) {
    if (d === c) continue;
    const place = c * conditions + d;
    const gain = (rivalry.odds[d] ?? 0) * (rivalry.standing[place] ?? 1) - (rivalry.before[d] ?? 0);
    if (gain <= 0) continue;
    alone += gain;
    beside += gain * (rivalry.keeps[place] ?? 1);
  }
  // `+ 0` turns a negative nought into nought: results are compared bit for bit.
  return microLog(beside / alone) + 0;
}
