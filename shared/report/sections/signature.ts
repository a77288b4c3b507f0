import type { Assessment } from '../../contract/assessments.ts';
import { clockOf, dayOf, sayDay } from '../../messages/dates.ts';
import type { Words } from '../../messages/words.ts';
import type { Block, Section } from '../document.ts';

function when(moment: string, words: Words) {
  return { day: sayDay(dayOf(moment), words), clock: clockOf(moment) };
}

/** Who signed, when, and the code that ties paper to record; a draft says plainly that it is one. */
export function signatureBlock({ signature }: Assessment, words: Words): Block {
  if (signature === null) return { kind: 'signature', parts: [words.say('signature.draft'), words.say('signature.place')] };
  return {
    kind: 'signature',
    parts: [
      words.say('signature.signed', { person: signature.signedBy, ...when(signature.signedAt, words) }),
      words.say('signature.check', { code: signature.checkCode }),
    ],
  };
}

/** What was added after signing, word for word, with who and when; empty where nothing was. */
export function addendaSections({ addenda }: Assessment, words: Words): readonly Section[] {
  if (addenda.length === 0) return [];
  const blocks = addenda.map(
    ({ text, personName, at }): Block => ({
      kind: 'paragraph',
      runs: [{ text: `${words.say('addendum.by', { person: personName, ...when(at, words) })}. `, strong: true }, { text: text.trim() }],
    }),
  );
  return [{ id: 'addenda', heading: words.say('doc.section.addenda'), blocks }];
}
