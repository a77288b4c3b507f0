import type { Contribution } from '../../classification/result.ts';
import { nameOfFact } from '../../messages/fact-names.ts';
import { sayQuantity } from '../../messages/finding-values.ts';
import { latestAnswer } from '../answered-findings.ts';
import type { ReportInput } from '../report-input.ts';
import { inSentence } from './letters.ts';
import { nounOf, phraseOf, statementOf } from './say-finding.ts';
import { frameOf } from './section-text.ts';

/** A fact that no form holds: derived from others, or an instrument's verdict. */
function derivedReason(id: string, state: 'present' | 'absent', { words, rules, derived }: ReportInput): string {
  const name = nameOfFact(id, words, rules);
  const value = derived.get(id);
  if (value !== undefined) {
    const unit = rules.tables.derived.find((row) => row.id === id)?.unit ?? null;
    return words.say('say.valued', { label: inSentence(name), value: sayQuantity(Number(value.toFixed(2)), unit, words) });
  }
  if (id.startsWith('instrument.')) return words.say(state === 'present' ? 'reason.positive' : 'reason.negative', { name });
  return state === 'present' ? inSentence(name) : words.say('reason.fact.absent', { noun: inSentence(name) });
}

/** A fact of the case in a few words, as it was answered: "standing still does not relieve it", "great toe left 24 mmHg". */
export function factInWords(id: string, state: 'present' | 'absent', input: ReportInput): string {
  const { words, rules, assessment } = input;
  const finding = rules.catalogue.byId.get(id);
  if (finding === undefined) return derivedReason(id, state, input);
  if (finding.type === 'boolean') {
    const phrase = phraseOf(finding, input);
    const said = state === 'present' ? phrase.yes : phrase.no;
    return said ?? words.say(frameOf('reason', finding.section, state, input), { noun: nounOf(finding, input) });
  }
  const answer = latestAnswer(assessment.answers, id);
  return answer === undefined ? inSentence(finding.label) : statementOf({ finding, answer, entered: answer.entered }, input);
}

/** What a contribution rests on: "age 72", "core feature, walking does not bring it on". */
export function reasonOf({ finding: id, kind, state }: Contribution, input: ReportInput): string {
  const { words, assessment } = input;
  if (kind === 'age') return words.say('reason.age', { years: assessment.patient.ageYears });
  if (kind === 'core') {
    return id === null ? words.say('reason.core-alone') : words.say('reason.core', { reason: factInWords(id, state ?? 'absent', input) });
  }
  return id === null ? words.sayOf(`working.${kind}`) : factInWords(id, state ?? 'present', input);
}
