import type { Section } from '../../findings/sections.ts';
import type { MessageId } from '../../messages/words.ts';
import { asSentences, inSentence } from './letters.ts';
import { allOf, anyOf } from './lists.ts';
import { type Answered, nounOf, phraseOf, type Speech, statementOf } from './say-finding.ts';

type Frame = 'present' | 'absent' | 'unknown';

/** The section's own frame for a list ("felt in the …"), else the plain one. */
export function frameOf(prefix: 'say' | 'reason', section: string, frame: string, speech: Speech): MessageId {
  const own = `${prefix}.${section}.${frame}`;
  return (speech.words.sayOf(own) === own ? `${prefix}.${frame}` : own) as MessageId;
}

function inList(items: readonly string[], frame: Frame, section: string, speech: Speech): string {
  if (items.length === 0) return '';
  const list = frame === 'present' ? allOf(items, speech.words) : anyOf(items, speech.words);
  return speech.words.say(frameOf('say', section, frame, speech), { list });
}

/** Symptoms with side, time and course in one sentence: "pain and numbness in both legs, for 14 months". */
function opening(present: string, answered: readonly Answered[], speech: Speech): string {
  const known = answered.filter(({ answer }) => answer.state === 'present' || answer.state === 'absent');
  const clauses = known
    .map((each) => ({ each, place: phraseOf(each.finding, speech).opening }))
    .filter((clause): clause is { each: Answered; place: number } => clause.place !== undefined)
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => statementOf(each, speech));
  if (clauses.length === 0) return present;
  const rest = `${present === '' ? ' ' : ', '}${clauses.join(', ')}`;
  return present === '' ? speech.words.say('say.opening-alone', { rest }) : speech.words.say('say.opening', { list: present, rest });
}

/**
 * What is known of a section's findings, in sentences: what is present, what is absent, and what was asked and is not known. What was
 * not asked, or was made pointless by another answer, is not said.
 */
export function sectionText(section: Section, answered: readonly Answered[], speech: Speech): string {
  const inState = (state: Answered['answer']['state']) => answered.filter(({ answer }) => answer.state === state);
  const isListed = ({ finding }: Answered) => finding.type === 'boolean' && phraseOf(finding, speech).yes === undefined;
  const isStated = (each: Answered) => !isListed(each) && phraseOf(each.finding, speech).opening === undefined;
  const nouns = (of: readonly Answered[]) => of.filter(isListed).map(({ finding }) => nounOf(finding, speech));
  const stated = (of: readonly Answered[], say: 'yes' | 'no') =>
    of
      .filter(isStated)
      .map((each) => (each.finding.type === 'boolean' ? (phraseOf(each.finding, speech)[say] ?? '') : statementOf(each, speech)));
  const [present, absent, unknown] = [inState('present'), inState('absent'), inState('not-known')];
  const topics = unknown.map(
    ({ finding }) => phraseOf(finding, speech).topic ?? phraseOf(finding, speech).noun ?? inSentence(finding.label),
  );
  return asSentences([
    opening(inList(nouns(present), 'present', section.id, speech), answered, speech),
    stated(present, 'yes').join('; '),
    inList(nouns(absent), 'absent', section.id, speech),
    stated(absent, 'no').join('; '),
    inList(topics, 'unknown', section.id, speech),
  ]);
}
