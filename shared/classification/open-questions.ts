import type { Known, Memory } from '../evidence/memory.ts';
import { type MicroNats, ratioOf } from '../evidence/micro-nats.ts';
import type { Rules } from '../evidence/rules.ts';
import type { CaseFacts } from '../findings/facts.ts';
import type { Finding } from '../findings/finding.ts';
import { chanceOfPresent, chancesOfSeveral } from './answer-chances.ts';
import type { WeighedCase } from './differential.ts';
import { answersOf } from './possible-answers.ts';
import { isPointless } from './unknown-findings.ts';
import { type WhatIf, whatIf } from './what-if.ts';

/** A finding that is open, with what its answers would do. */
export interface OpenQuestion {
  readonly finding: Finding;
  /** The expected information about the differential, bits; and about each condition, by index. */
  readonly bits: number;
  readonly about: readonly number[];
  /** How likely each answer is taken to be, and the log-odds of all conditions after it. */
  readonly chances: readonly number[];
  readonly after: readonly (readonly MicroNats[])[];
}

/** Chances of the answers: by what is known of the finding where it is yes or no, else by what the answers would do. */
function chancesOf(
  answers: readonly Known[],
  after: OpenQuestion['after'],
  slot: number,
  weighed: WeighedCase,
  rules: Rules,
): readonly number[] {
  if (answers[0] !== true) return chancesOfSeveral(after, weighed.logOdds);
  const yes = chanceOfPresent(slot, weighed, rules) ?? 0.5;
  return answers.map((answer) => (answer === true ? yes : 1 - yes));
}

/** A change of log-odds smaller than this, in millionths of a nat, tells nothing. */
const tellsNothing = 1000;

/** How unlikely a condition is not to be there: the logarithm of 1 - p. */
function logOfAbsence(logOdds: MicroNats): number {
  return -Math.log(1 + ratioOf(logOdds));
}

/**
 * What an answer tells about one condition: the divergence of its probability after from before, in bits.
 * By log-odds (L) that is p·(L - L') + ln(1 - p) - ln(1 - p').
 */
function divergence(after: MicroNats, before: MicroNats, absenceBefore: number): number {
  const odds = ratioOf(after);
  return ((odds / (1 + odds)) * ((after - before) / 1e6) - Math.log(1 + odds) - absenceBefore) * Math.LOG2E;
}

function question(
  finding: Finding,
  slot: number,
  answers: readonly Known[],
  absence: readonly number[],
  weighed: WeighedCase,
  asked: WhatIf,
  rules: Rules,
): OpenQuestion {
  const after = answers.map((answer) => asked.logOdds([[slot, answer]]) ?? weighed.logOdds);
  const chances = chancesOf(answers, after, slot, weighed, rules);
  const about = new Array<number>(absence.length).fill(0);
  let bits = 0;
  for (let place = 0; place < after.length; place++) {
    const then = after[place] as readonly MicroNats[];
    if (then === weighed.logOdds) continue;
    for (let index = 0; index < then.length; index++) {
      const [moved, now] = [then[index] as number, weighed.logOdds[index] as number];
      if (Math.abs(moved - now) < tellsNothing) continue;
      const told = (chances[place] as number) * divergence(moved, now, absence[index] as number);
      about[index] = (about[index] as number) + told;
      bits += told;
    }
  }
  return { finding, bits, about, chances, after };
}

/** Every finding that is open and bears on the differential; never what is known, nor what earlier answers imply or have made pointless. */
export function openQuestions(facts: CaseFacts, memory: Memory, weighed: WeighedCase, rules: Rules): readonly OpenQuestion[] {
  const asked = whatIf(facts, memory, weighed, rules);
  const absence = weighed.logOdds.map(logOfAbsence);
  const open: OpenQuestion[] = [];
  for (const [slot, answers] of answersOf(rules)) {
    if (memory.values[slot] !== undefined || isPointless(slot, memory, rules)) continue;
    const finding = rules.catalogue.byId.get(rules.program.slotNames[slot] ?? '');
    if (finding !== undefined) open.push(question(finding, slot, answers, absence, weighed, asked, rules));
  }
  return open;
}

/** How far a question is expected to move two conditions apart or together: the mean change of the difference of their log-odds. */
export function tellsApart({ chances, after }: OpenQuestion, first: number, second: number, weighed: WeighedCase): number {
  const difference = (logOdds: readonly MicroNats[]) => (logOdds[first] as number) - (logOdds[second] as number);
  const now = difference(weighed.logOdds);
  return after.reduce((sum, then, place) => sum + (chances[place] as number) * Math.abs(difference(then) - now), 0);
}
