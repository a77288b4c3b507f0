import type { Memory } from '../evidence/memory.ts';
import type { Rules } from '../evidence/rules.ts';
import { present } from '../evidence/three-valued.ts';
import { type CostClass, costClasses, type Finding } from '../findings/finding.ts';
import type { OpenQuestion } from './open-questions.ts';
import type { NextQuestion } from './result.ts';

/** How many questions are named beside the prompts. */
const most = 8;

/** The conditions that a question tells most about, by index, most first. */
function moved({ about }: OpenQuestion): readonly number[] {
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

/** What a question is worth against its cost: each class dearer must promise so many times the information. */
export function worthOf(bits: number, cost: CostClass, rules: Rules): number {
  return bits / rules.parameters.dearer ** costClasses.indexOf(cost);
}

/**
 * The next best questions: first what should be examined now, then the open findings and tests by the information to be expected from
 * each about the differential; of those that promise nearly the same the cheaper class comes first (`worthOf`).
 */
export function nextQuestions(open: readonly OpenQuestion[], memory: Memory, rules: Rules): NextQuestion[] {
  const urgent = prompts(memory, rules).map(([finding, why]) => ({
    finding: finding.id,
    expectedInformationBits: inBits(open.find((question) => question.finding === finding)?.bits ?? 0),
    cost: finding.cost.class,
    why,
  }));
  const rest = open
    .filter(({ finding, bits }) => inBits(bits) > 0 && !urgent.some((question) => question.finding === finding.id))
    .map((question) => ({ question, worth: worthOf(question.bits, question.finding.cost.class, rules) }))
    .sort((a, b) => b.worth - a.worth || (a.question.finding.id < b.question.finding.id ? -1 : 1))
    .slice(0, most)
    .map(({ question }): NextQuestion => {
      const { finding, bits } = question;
      return { finding: finding.id, expectedInformationBits: inBits(bits), cost: finding.cost.class, why: reason(moved(question), rules) };
    });
  return [...urgent, ...rest];
}
