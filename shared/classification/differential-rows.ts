import type { Memory } from '../evidence/memory.ts';
import { microLog, microLogit, probabilityOf } from '../evidence/micro-nats.ts';
import type { Rules } from '../evidence/rules.ts';
import { absent, present } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { contributions } from './contributions.ts';
import type { WeighedCase } from './differential.ts';
import { intervalOfSum, type Ranged } from './intervals.ts';
import { ranking } from './ranking.ts';
import type { Band, DifferentialRow } from './result.ts';
import { unknownFindings } from './unknown-findings.ts';

/** `likely` from 0.70, `possible` from 0.20, `unlikely` from 0.05, `against` below. */
function bandOf(probability: number): Band {
  if (probability >= 0.7) return 'likely';
  if (probability >= 0.2) return 'possible';
  return probability >= 0.05 ? 'unlikely' : 'against';
}

/** The terms of a condition's sum with their intervals: the lines that count. */
function termsOf(index: number, weighed: WeighedCase, facts: CaseFacts): readonly Ranged[] {
  const own = weighed.owns[index];
  if (own === undefined) return [];
  const placed = facts.priors?.[own.rules.condition] === undefined ? own.rules.pretest.get(facts.setting) : undefined;
  const spread = microLog(2);
  const before: Ranged = placed ?? { value: own.pretest, interval: [own.pretest - spread, own.pretest + spread] };
  const age: Ranged = { value: own.age, interval: [Math.min(0, 2 * own.age), Math.max(0, 2 * own.age)] };
  const counted = own.weighing.given.filter(
    (given, place): given is NonNullable<typeof given> => given !== null && own.weighing.counts[place] === true,
  );
  return [before, age, ...(own.coreState === absent ? [own.rules.core.absent] : []), ...counted];
}

function row(index: number, facts: CaseFacts, memory: Memory, weighed: WeighedCase, rules: Rules): DifferentialRow {
  const own = weighed.owns[index];
  if (own === undefined) throw new RangeError(`No condition ${index}`);
  const logOdds = weighed.logOdds[index] ?? 0;
  const [low, high] = intervalOfSum(termsOf(index, weighed, facts), logOdds);
  const probability = probabilityOf(logOdds);
  return {
    condition: own.rules.condition,
    probability,
    interval: [probabilityOf(low), probabilityOf(high)],
    band: bandOf(probability),
    logOdds,
    core: own.coreState === present ? 'present' : own.coreState === absent ? 'absent' : 'unknown',
    contributions: contributions(index, facts, memory, weighed, rules),
    unknown: [...unknownFindings(own, memory, rules)],
  };
}

/** None of the fourteen: the product of their absences, each as likely as its probability leaves. It has no rows of its own. */
function otherRow(rows: readonly DifferentialRow[]): DifferentialRow {
  const none = (of: (row: DifferentialRow) => number) => {
    const chance = rows.reduce((product, each) => product * (1 - of(each)), 1);
    return Math.min(0.999999, Math.max(0.000001, Math.round(chance * 1e6) / 1e6));
  };
  const probability = none((each) => each.probability);
  return {
    condition: 'other',
    probability,
    interval: [none((each) => each.interval[1]), none((each) => each.interval[0])],
    band: bandOf(probability),
    logOdds: microLogit(probability),
    core: null,
    contributions: [],
    unknown: [],
  };
}

/** The differential, best first; `other` stands where its probability puts it. */
export function differentialRows(facts: CaseFacts, memory: Memory, weighed: WeighedCase, rules: Rules): DifferentialRow[] {
  const rows = ranking(weighed).map((index) => row(index, facts, memory, weighed, rules));
  const other = otherRow(rows);
  const place = rows.findIndex((each) => each.probability < other.probability);
  return place === -1 ? [...rows, other] : [...rows.slice(0, place), other, ...rows.slice(place)];
}
