import type { Known, Memory } from '../evidence/memory.ts';
import type { MicroNats } from '../evidence/micro-nats.ts';
import type { ConditionRules, Rules } from '../evidence/rules.ts';
import { absent, unknown } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { concluded } from './conclusion.ts';
import type { WeighedCase } from './differential.ts';
import { answersOf } from './possible-answers.ts';
import { ranking } from './ranking.ts';
import type { Firmness } from './result.ts';
import { isPointless } from './unknown-findings.ts';
import { type WhatIf, whatIf } from './what-if.ts';

/** Of the answers that bear on the lead, so many are tried two and three at a time. */
const triedTogether = 8;

type Change = readonly [number, Known];

/** How far the lead stands ahead of the next, after some answers are changed. */
function margin(lead: number, logOdds: readonly MicroNats[]): MicroNats {
  let next = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < logOdds.length; index++) if (index !== lead) next = Math.max(next, logOdds[index] ?? next);
  return (logOdds[lead] ?? 0) - next;
}

/** For each known finding, the other answer that brings the lead lowest. */
function worstChanges(
  lead: number,
  memory: Memory,
  weighed: WeighedCase,
  asked: WhatIf,
  rules: Rules,
): readonly { readonly change: Change; readonly margin: MicroNats }[] {
  const changes: { readonly change: Change; readonly margin: MicroNats }[] = [];
  for (const [slot, answers] of answersOf(rules)) {
    const value = memory.values[slot];
    if (value === undefined) continue;
    let worst: { readonly change: Change; readonly margin: MicroNats } | null = null;
    for (const answer of answers) {
      if (answer === value) continue;
      const after = margin(lead, asked.logOdds([[slot, answer]]) ?? weighed.logOdds);
      if (worst === null || after < worst.margin) worst = { change: [slot, answer], margin: after };
    }
    if (worst !== null) changes.push(worst);
  }
  return changes.sort((a, b) => a.margin - b.margin || a.change[0] - b.change[0]);
}

/** The smallest set of known answers, three at most, that would have to be wrong for another condition to come first. */
function wrongAnswers(lead: number, memory: Memory, weighed: WeighedCase, asked: WhatIf, rules: Rules): readonly number[] | null {
  const single = worstChanges(lead, memory, weighed, asked, rules);
  const first = single[0];
  if (first === undefined) return null;
  if (first.margin < 0) return [first.change[0]];
  const tried = single.slice(0, triedTogether).map(({ change }) => change);
  const changesLead = (changes: readonly Change[]) => margin(lead, asked.logOdds(changes) ?? weighed.logOdds) < 0;
  for (const [place, a] of tried.entries()) {
    for (const b of tried.slice(place + 1)) if (changesLead([a, b])) return [a[0], b[0]];
  }
  for (const [place, a] of tried.entries()) {
    for (const [next, b] of tried.slice(place + 1).entries()) {
      for (const c of tried.slice(place + next + 2)) if (changesLead([a, b, c])) return [a[0], b[0], c[0]];
    }
  }
  return null;
}

/** The lowest or highest that a condition's own log-odds could still become, whatever the open answers are: a bound, not a forecast. */
function bound(direction: 1 | -1, index: number, weighed: WeighedCase, memory: Memory, rules: Rules): MicroNats {
  const own = weighed.owns[index];
  const condition: ConditionRules | undefined = rules.conditions[index];
  if (own === undefined || condition === undefined) return 0;
  const best = (values: readonly number[]) =>
    values.reduce((extreme, value) => (direction * value > direction * extreme ? value : extreme), 0);
  let total = own.total;
  const openOf = (place: number) => {
    const weight = condition.weights[place];
    if (weight === undefined) return 0;
    const open = memory.truths[weight.node] === unknown && !weight.findings.every((slot) => isSettled(slot, memory, rules));
    const withheld = weight.withheld && own.coreState === unknown;
    if (!open && !withheld) return 0;
    return best([weight.positive?.value ?? 0, weight.negative?.value ?? 0]);
  };
  const byGroup = new Map<number, number>();
  condition.weights.forEach((weight, place) => {
    const move = openOf(place);
    if (weight.group === -1) total += move;
    else byGroup.set(weight.group, best([byGroup.get(weight.group) ?? 0, move]));
  });
  for (const [group, move] of byGroup) {
    const counted = condition.weights.reduce(
      (sum, weight, place) => sum + (weight.group === group && own.weighing.counts[place] ? (own.weighing.given[place]?.value ?? 0) : 0),
      0,
    );
    total += direction * Math.max(0, direction * (move - counted));
  }
  return total + (direction === -1 && own.coreState === unknown ? condition.core.absent.value : 0);
}

function isSettled(slot: number, memory: Memory, rules: Rules): boolean {
  return memory.values[slot] !== undefined || isPointless(slot, memory, rules);
}

/** Nothing still unasked could put another condition first, even if all of it went against the lead. */
function isSettledLead(lead: number, weighed: WeighedCase, memory: Memory, rules: Rules): boolean {
  const lowest = bound(-1, lead, weighed, memory, rules);
  return weighed.owns.every((own, index) => index === lead || own.coreState === absent || bound(1, index, weighed, memory, rules) < lowest);
}

/** How firm the lead is; where nothing is concluded there is none to change. */
export function firmness(facts: CaseFacts, memory: Memory, weighed: WeighedCase, rules: Rules): Firmness {
  const lead = ranking(weighed)[0];
  if (lead === undefined || concluded(weighed, rules).length === 0) return { wrongAnswersToChange: null, settled: false };
  const wrong = wrongAnswers(lead, memory, weighed, whatIf(facts, memory, weighed, rules), rules);
  return {
    wrongAnswersToChange: wrong === null ? null : wrong.map((slot) => rules.program.slotNames[slot] ?? ''),
    settled: isSettledLead(lead, weighed, memory, rules),
  };
}
