import type { Answer, EnteredValue } from '../../findings/answer.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Phrase } from '../../findings/phrases/phrase.ts';
import type { Words } from '../../messages/words.ts';
import { inSentence } from './letters.ts';
import { sayValueInSentence } from './say-value.ts';

/** One answered finding of the record. */
export interface Answered {
  readonly finding: Finding;
  readonly answer: Answer;
  readonly entered: EnteredValue | null;
}

/** Words for findings: their phrases, and the messages. */
export interface Speech {
  readonly words: Words;
  readonly phrases: Readonly<Record<string, Phrase>>;
}

export function phraseOf(finding: Finding, { phrases }: Speech): Phrase {
  return phrases[finding.id] ?? {};
}

/** The finding as a noun inside a list. */
export function nounOf(finding: Finding, speech: Speech): string {
  return phraseOf(finding, speech).noun ?? inSentence(finding.label);
}

/** What a known value says as a statement of its own: "it comes on after 120 m of walking", "gait stooped". */
export function statementOf({ finding, answer, entered }: Answered, speech: Speech): string {
  const phrase = phraseOf(finding, speech);
  const label = phrase.topic ?? inSentence(finding.label);
  const value = sayValueInSentence(finding, answer, entered, speech.words);
  if (Array.isArray(answer.value) && answer.value.length === 0) {
    return phrase.no ?? speech.words.say('say.none-found', { list: inSentence(finding.label) });
  }
  if (typeof answer.value === 'string') {
    return phrase.options?.[answer.value] ?? speech.words.say('say.chosen', { label, value });
  }
  if (phrase.value !== undefined) return phrase.value.replace('{value}', value);
  return speech.words.say(finding.type === 'multi' ? 'say.chosen' : 'say.valued', { label, value });
}
