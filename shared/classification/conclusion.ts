import { microLog, probabilityOf } from '../evidence/micro-nats.ts';
import type { Rules } from '../evidence/rules.ts';
import { present } from '../evidence/three-valued.ts';
import type { WeighedCase } from './differential.ts';
import { sharedSupport } from './explained-facts.ts';
import { explainedShare, ranking } from './ranking.ts';
import type { Conclusion, Urgency } from './result.ts';

/** The patient's own evidence for a condition: all but pre-test chance and age. */
function evidence(index: number, weighed: WeighedCase): number {
  const own = weighed.owns[index];
  return own === undefined ? 0 : own.total - own.pretest - own.age;
}

/** What counts for one condition and another does not account for. */
function ownSupport(index: number, beside: number, weighed: WeighedCase, rules: Rules): number {
  const [of, by] = [weighed.facts[index], weighed.facts[beside]];
  if (of === undefined || by === undefined) return 0;
  return of.strengths.reduce((sum, strength) => sum + strength, 0) - sharedSupport(of, by, rules);
}

function isLikelyEnough(index: number, weighed: WeighedCase, rules: Rules): boolean {
  const { clear } = rules.parameters;
  const probability = probabilityOf(weighed.logOdds[index] ?? 0);
  if (probability >= clear.probability) return true;
  return probability >= clear.evidence.probability && evidence(index, weighed) >= microLog(clear.evidence.ratio);
}

/** Indices of the conditions that are concluded, best first; empty where nothing stands clear. */
export function concluded(weighed: WeighedCase, rules: Rules): readonly number[] {
  const { clear } = rules.parameters;
  const order = ranking(weighed);
  const lead = order[0];
  if (lead === undefined || weighed.owns[lead]?.coreState !== present) return [];
  if (!isLikelyEnough(lead, weighed, rules) || explainedShare(lead, weighed, rules) <= clear.explains) return [];
  const beside = order.slice(1).filter((index) => {
    if (weighed.owns[index]?.coreState !== present) return false;
    if (probabilityOf(weighed.logOdds[index] ?? 0) < clear.second.probability) return false;
    return ownSupport(index, lead, weighed, rules) >= microLog(clear.second.ratio);
  });
  const next = order.find((index) => index !== lead && !beside.includes(index));
  const ahead = (weighed.logOdds[lead] ?? 0) - (weighed.logOdds[next ?? lead] ?? 0);
  return next !== undefined && ahead < microLog(clear.ahead) ? [] : [lead, ...beside];
}

/** The conclusion: one condition that stands clear, two or more together, or an honest "undetermined". */
export function conclusion(weighed: WeighedCase, rules: Rules, urgency: Urgency): Conclusion {
  const conditions = concluded(weighed, rules).flatMap((index) => rules.conditions[index]?.condition ?? []);
  const kind = conditions.length === 0 ? 'undetermined' : conditions.length === 1 ? 'leading' : 'mixed';
  return { kind, conditions, urgency };
}
