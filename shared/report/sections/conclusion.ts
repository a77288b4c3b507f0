import type { Conclusion } from '../../contract/assessments.ts';
import type { Words } from '../../messages/words.ts';
import { type Block, paragraph, type Section } from '../document.ts';
import { paragraphsOf } from '../paragraphs.ts';
import type { ReportInput } from '../report-input.ts';
import { inSentence } from '../sentences/letters.ts';
import { allOf } from '../sentences/lists.ts';

function diagnosis(conclusion: Conclusion, words: Words): string {
  const [first, ...others] = conclusion.workingDiagnosis.map((condition) => words.say(`condition.${condition}`));
  if (first === undefined) return words.say('conclusion.undetermined');
  if (others.length === 0) return first;
  return words.say('conclusion.together', { first, rest: allOf(others.map(inSentence), words) });
}

function agreement(conclusion: Conclusion, words: Words): readonly Block[] {
  const reason = conclusion.reason.trim();
  switch (conclusion.agreement) {
    case 'open':
      return [];
    case 'agrees':
      return [paragraph(words.say('conclusion.agrees'))];
    case 'overrides':
      return [paragraph(reason === '' ? words.say('conclusion.overrides') : words.say('conclusion.overrides-because', { reason }))];
  }
}

/** What the clinician concludes, in the clinician's own words, before anything that the program says. */
export function conclusionSection({ assessment: { conclusion }, words }: ReportInput): Section {
  const blocks: readonly Block[] =
    conclusion === null
      ? [paragraph(words.say('conclusion.none'))]
      : [
          { kind: 'paragraph', runs: [{ text: diagnosis(conclusion, words), strong: true }] },
          ...paragraphsOf(conclusion.note),
          ...agreement(conclusion, words),
        ];
  return { id: 'conclusion', heading: words.say('doc.section.conclusion'), blocks };
}
