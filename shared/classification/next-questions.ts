import type { Known, Memory } from '../evidence/memory.ts';
import { type MicroNats, ratioOf } from '../evidence/micro-nats.ts';
import type { Rules } from '../evidence/rules.ts';
import { present } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';
import type { Finding } from '../findings/finding.ts';
import { chanceOfPresent } from './answer-chances.ts';
import type { WeighedCase } from './differential.ts';
import { answersOf } from './possible-answers.ts';
import type { NextQuestion } from './result.ts';
import { isPointless } from './unknown-findings.ts';
import { type WhatIf, whatIf } from './what-if.ts';

/** How many questions are named beside the prompts. */
const most = 8;

/** Chances of the answers: by what is known of the finding where it is yes or no, else all alike. */
function chances(answers: readonly Known[], slot: number, weighed: WeighedCase, rules: Rules): readonly number[] {
  const yes = answers[0] === true ? (chanceOfPresent(slot, weighed, rules) ?? 0.5) : null;
  return answers.map((answer) => (yes === null ? 1 / answers.length : answer === true ? yes : 1 - yes));
}

interface Worth {
  readonly bits: number;
  /** The bits about each condition, by index. */
  readonly about: readonly number[];
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

/** The expected information of one open finding about the differential, over all conditions. */
function worth(
  slot: number,
  answers: readonly Known[],
  absence: readonly number[],
  weighed: WeighedCase,
  asked: WhatIf,
  rules: Rules,
): Worth {
  const weights = chances(answers, slot, weighed, rules);
  const about = new Array<number>(absence.length).fill(0);
  let bits = 0;
  for (let place = 0; place < answers.length; place++) {
    const after = asked.logOdds([[slot, answers[place]]]);
    for (let index = 0; index < after.length; index++) {
      const [then, now] = [after[index] as number, weighed.logOdds[index] as number];
      if (Math.abs(then - now) < tellsNothing) continue;
      const told = (weights[place] as number) * divergence(then, now, absence[index] as number);
      about[index] = (about[index] as number) + told;
      bits += told;
    }
  }
  return { bits, about };
}

/** The conditions that a question tells most about, by index, most first. */
function moved({ about }: Worth): readonly number[] {
  return [...about.keys()].filter((index) => (about[index] ?? 0) > 0).sort((a, b) => (about[b] ?? 0) - (about[a] ?? 0) || a - b);
}

/** What the answer would tell, in a sentence of the tables. */
function reason(moves: readonly number[], rules: Rules): string {
  const [first, second] = moves.map((index) => rules.conditions[index]?.condition.replaceAll('-', ' ') ?? '');
  const id = second === undefined ? 'question-tells' : 'question-tells-apart';
  const text = rules.tables.sentences.find((row) => row.id === id)?.text ?? '';
  return text.replace('{first}', first ?? '').replace('{second}', second ?? '');
}

const inBits = (bits: number) => Math.round(bits * 1e4) / 1e4;

/** What to examine now though no definition asks for it: first among the questions, whatever it tells about the differential. */
function prompts(memory: Memory, rules: Rules): readonly (readonly [Finding, string])[] {
  return rules.prompts.flatMap(({ node, row }) => {
    const finding = rules.catalogue.byId.get(row.finding);
    if (finding === undefined || memory.truths[node] !== present) return [];
    return memory.values[rules.program.slot(row.finding)] === undefined ? [[finding, row.why] as const] : [];
  });
}

/**
 * The next best questions: first what should be examined now, then the open findings and tests by the information to be expected from
 * each about the differential. Never what is known, nor what earlier answers imply or have made pointless.
 */
export function nextQuestions(facts: CaseFacts, memory: Memory, weighed: WeighedCase, rules: Rules): NextQuestion[] {
  const asked = whatIf(facts, memory, weighed, rules);
  const absence = weighed.logOdds.map(logOfAbsence);
  const worths = new Map<string, Worth>();
  for (const [slot, answers] of answersOf(rules)) {
    if (memory.values[slot] !== undefined || isPointless(slot, memory, rules)) continue;
    worths.set(rules.program.slotNames[slot] ?? '', worth(slot, answers, absence, weighed, asked, rules));
  }
  const urgent = prompts(memory, rules).map(([finding, why]) => ({
    finding: finding.id,
    expectedInformationBits: inBits(worths.get(finding.id)?.bits ?? 0),
    cost: finding.cost.class,
    why,
  }));
  const rest = [...worths]
    .filter(([id, { bits }]) => inBits(bits) > 0 && !urgent.some((question) => question.finding === id))
    .sort((a, b) => b[1].bits - a[1].bits || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .flatMap(([id, found]): NextQuestion[] => {
      const finding = rules.catalogue.byId.get(id);
      if (finding === undefined) return [];
      return [{ finding: id, expectedInformationBits: inBits(found.bits), cost: finding.cost.class, why: reason(moved(found), rules) }];
    });
  return [...urgent, ...rest];
}
