import type { Contribution } from '../../../shared/classification/result.ts';
import { rules as ourRules, type Rules } from '../../../shared/evidence/rules.ts';
import { answerOf } from '../../../shared/findings/answer.ts';
import type { AnyFindingFacts, CaseFacts } from '../../../shared/findings/facts.ts';
import { nameOfFact } from '../../../shared/messages/fact-names.ts';
import { sayQuantity } from '../../../shared/messages/finding-values.ts';
import { derivedValues } from '../../../shared/report/derived-values.ts';
import { asStart, inSentence } from '../../../shared/report/sentences/letters.ts';
import { nounOf, phraseOf, type Speech, statementOf } from '../../../shared/report/sentences/say-finding.ts';
import { frameOf } from '../../../shared/report/sentences/section-text.ts';

const derivedOf = new WeakMap<CaseFacts, ReadonlyMap<string, number>>();

/** Derived numbers of a case, worked out once for all the lines that name them. */
function derivedIn(facts: CaseFacts, rules: Rules): ReadonlyMap<string, number> {
  const known = derivedOf.get(facts) ?? derivedValues(facts, rules);
  derivedOf.set(facts, known);
  return known;
}

function derivedFact(id: string, state: Contribution['state'], facts: CaseFacts, { words }: Speech, rules: Rules): string {
  const name = nameOfFact(id, words, rules);
  const value = derivedIn(facts, rules).get(id);
  if (value !== undefined) {
    const unit = rules.tables.derived.find((row) => row.id === id)?.unit ?? null;
    return words.say('say.valued', { label: name, value: sayQuantity(Number(value.toFixed(2)), unit, words) });
  }
  if (id.startsWith('instrument.')) return words.say(state === 'absent' ? 'reason.negative' : 'reason.positive', { name });
  return state === 'absent' ? words.say('reason.fact.absent', { noun: inSentence(name) }) : name;
}

/**
 * What is known of a fact, as a clinician would say it: "Bending forward relieves it", "Gait: stooped", "Ankle-brachial index 0.62".
 * `state` says how a derived fact or an instrument came out; what is not known is said by its name.
 */
export function sayFact(id: string, state: Contribution['state'], facts: CaseFacts, speech: Speech, rules: Rules = ourRules): string {
  const finding = rules.catalogue.byId.get(id);
  if (finding === undefined) return asStart(derivedFact(id, state, facts, speech, rules));
  const value = (facts.findings as AnyFindingFacts)[id] ?? null;
  if (value === null) return nameOfFact(id, speech.words, rules);
  if (typeof value !== 'boolean') return asStart(statementOf({ finding, answer: answerOf(value), entered: null }, speech));
  const phrase = phraseOf(finding, speech);
  const said = value ? phrase.yes : phrase.no;
  const frame = frameOf('reason', finding.section, value ? 'present' : 'absent', speech);
  return asStart(said ?? speech.words.say(frame, { noun: nounOf(finding, speech) }));
}

/** What is not known of a fact, as it would be asked for: "Relieved by sitting down", "Ankle-brachial index, left". */
export function sayOpen(id: string, speech: Speech, rules: Rules = ourRules): string {
  const finding = rules.catalogue.byId.get(id);
  if (finding === undefined || finding.type !== 'boolean' || phraseOf(finding, speech).yes !== undefined) {
    return nameOfFact(id, speech.words, rules);
  }
  const frame = `ask.${finding.section}`;
  const said = speech.words.sayOf(frame, { noun: nounOf(finding, speech) });
  return said === frame ? nameOfFact(id, speech.words, rules) : said;
}
