import type { Memory } from '../evidence/memory.ts';
import type { MicroNats } from '../evidence/micro-nats.ts';
import type { PlacedExpression, PlacedWeight, Rules } from '../evidence/rules.ts';
import { present } from '../evidence/three-valued.ts';
import type { Weighed } from '../evidence/weight.ts';
import { addBit, type FactBits, hasBit } from './fact-bits.ts';
import type { OwnOdds } from './own-odds.ts';

/** What of the patient's facts one condition accounts for. */
export interface ExplainedFacts {
  /** The slots of the facts that count for it, and how strongly each does; millionths of a nat. */
  readonly supported: readonly number[];
  readonly strengths: readonly MicroNats[];
  readonly supports: FactBits;
  /** The slots of the facts that it accounts for: they count for it, are its core feature, or fit its mechanism. */
  readonly explains: FactBits;
  /** It accounts for nothing. */
  readonly isEmpty: boolean;
}

/** Spreads each counted weight over the known facts it reads, and adds what core feature and mechanism account for. */
export function explainedFacts(own: OwnOdds, memory: Memory, rules: Rules): ExplainedFacts {
  const supports = rules.noBits.slice();
  const supported: number[] = [];
  const strengths: number[] = [];
  const { given, counts } = own.weighing;
  const { weights, core, fits } = own.rules;
  for (let place = 0; place < given.length; place++) {
    if (!counts[place]) continue;
    const weighed = given[place] as Weighed;
    if (weighed.value > 0) spread(weighed.value, (weights[place] as PlacedWeight).findings, memory, supported, strengths);
  }
  for (let place = 0; place < supported.length; place++) addBit(supports, rules.bitOfSlot[supported[place] as number] as number);
  const explains = supports.slice();
  let accounts = account(core, memory, explains, rules);
  for (let place = 0; place < fits.length; place++)
    accounts = account(fits[place] as PlacedExpression, memory, explains, rules) || accounts;
  return { supported, strengths, supports, explains, isEmpty: supported.length === 0 && !accounts };
}

/** Adds a weight, in equal parts, to the known ones of the facts it reads. */
function spread(value: MicroNats, findings: readonly number[], memory: Memory, supported: number[], strengths: number[]): void {
  let known = 0;
  for (let place = 0; place < findings.length; place++) if (memory.values[findings[place] as number] !== undefined) known += 1;
  for (let place = 0; place < findings.length; place++) {
    const slot = findings[place] as number;
    if (memory.values[slot] === undefined) continue;
    const seen = supported.indexOf(slot);
    if (seen === -1) {
      supported.push(slot);
      strengths.push(value / known);
    } else strengths[seen] = (strengths[seen] as number) + value / known;
  }
}

/** Adds the findings, present ones only, by which an expression is known true; whether there are any. */
function account({ node, findings }: PlacedExpression, memory: Memory, explains: FactBits, rules: Rules): boolean {
  if (memory.truths[node] !== present) return false;
  let accounts = false;
  for (let place = 0; place < findings.length; place++) {
    const slot = findings[place] as number;
    const value = memory.values[slot];
    if (value === undefined || value === false) continue;
    addBit(explains, rules.bitOfSlot[slot] as number);
    accounts = true;
  }
  return accounts;
}

function sameList(first: ArrayLike<number>, second: ArrayLike<number>): boolean {
  if (first.length !== second.length) return false;
  for (let place = 0; place < first.length; place++) if (first[place] !== second[place]) return false;
  return true;
}

/** Whether a condition accounts for the same facts, as strongly. */
export function sameExplained(first: ExplainedFacts, second: ExplainedFacts): boolean {
  return (
    sameList(first.explains, second.explains) && sameList(first.supported, second.supported) && sameList(first.strengths, second.strengths)
  );
}

/** How much of what counts for one condition another accounts for too; where it only explains it, within the bound of a description. */
export function sharedSupport(of: ExplainedFacts, by: ExplainedFacts, rules: Rules): MicroNats {
  let sum = 0;
  for (let place = 0; place < of.supported.length; place++) {
    const slot = of.supported[place] ?? 0;
    if (!hasBit(by.explains, rules.bitOfSlot[slot] as number)) continue;
    const same = by.supported.indexOf(slot);
    const theirs = same === -1 ? rules.describedBound : Math.max(rules.describedBound, by.strengths[same] ?? 0);
    sum += Math.min(of.strengths[place] ?? 0, theirs);
  }
  return sum;
}
