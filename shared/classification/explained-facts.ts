import type { Memory } from '../evidence/memory.ts';
import type { MicroNats } from '../evidence/micro-nats.ts';
import type { PlacedExpression, PlacedWeight, Rules } from '../evidence/rules.ts';
import { present } from '../evidence/three-valued.ts';
import type { Weighed } from '../evidence/weight.ts';
import { addBit, emptyBits, type FactBits, hasBit } from './fact-bits.ts';
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
  const explains = emptyBits(rules.explainable);
  const supports = emptyBits(rules.explainable);
  const supported: number[] = [];
  const strengths: MicroNats[] = [];
  const { given, counts } = own.weighing;
  for (let place = 0; place < given.length; place++) {
    if (!counts[place]) continue;
    const weighed = given[place] as Weighed;
    if (weighed.value <= 0) continue;
    const weight = own.rules.weights[place] as PlacedWeight;
    let known = 0;
    for (const slot of weight.findings) if (memory.values[slot] !== undefined) known += 1;
    for (const slot of weight.findings) {
      if (memory.values[slot] === undefined) continue;
      const seen = supported.indexOf(slot);
      if (seen === -1) {
        supported.push(slot);
        strengths.push(weighed.value / known);
        addBit(supports, rules.bitOfSlot[slot] as number);
      } else strengths[seen] = (strengths[seen] ?? 0) + weighed.value / known;
    }
  }
  for (let word = 0; word < supports.length; word++) explains[word] = supports[word] as number;
  account(own.rules.core, memory, explains, rules);
  for (const fit of own.rules.fits) account(fit, memory, explains, rules);
  return { supported, strengths, supports, explains, isEmpty: explains.every((word) => word === 0) };
}

/** Adds the findings, present ones only, by which an expression is known true. */
function account(expression: PlacedExpression, memory: Memory, explains: FactBits, rules: Rules): void {
  if (memory.truths[expression.node] !== present) return;
  for (const slot of expression.findings) {
    const value = memory.values[slot];
    if (value !== undefined && value !== false) addBit(explains, rules.bitOfSlot[slot] as number);
  }
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
