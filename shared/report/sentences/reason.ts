import type { Contribution } from '../../classification/result.ts';
import type { AnswerRecord } from '../../contract/assessments.ts';
import { nameOfFact } from '../../messages/fact-names.ts';
import type { ReportInput } from '../report-input.ts';
import { inSentence } from './letters.ts';
import { nounOf, phraseOf, statementOf } from './say-finding.ts';
import { frameOf } from './section-text.ts';

/** What a contribution rests on, in a few words: "standing relieves it not", "gait stooped", "age 72". */
export function reasonOf(contribution: Contribution, input: ReportInput): string {
  const { words, rules, assessment } = input;
  const id = contribution.finding;
  if (id === null) return words.sayOf(`contribution.${contribution.kind}`);
  const state = contribution.state ?? 'present';
  const finding = rules.catalogue.byId.get(id);
  if (finding === undefined) {
    const noun = inSentence(nameOfFact(id, words, rules));
    return state === 'present' ? noun : words.say('reason.fact.absent', { noun });
  }
  if (finding.type === 'boolean') {
    const phrase = phraseOf(finding, input);
    const said = state === 'present' ? phrase.yes : phrase.no;
    return said ?? words.say(frameOf('reason', finding.section, state, input), { noun: nounOf(finding, input) });
  }
  const answer = latestOf(assessment.answers, id);
  return answer === undefined ? inSentence(finding.label) : statementOf({ finding, answer, entered: answer.entered }, input);
}

function latestOf(answers: readonly AnswerRecord[], id: string): AnswerRecord | undefined {
  return answers.filter((answer) => answer.finding === id).sort((a, b) => b.sequence - a.sequence)[0];
}
