import type { Section as FormSection } from '../../findings/sections.ts';
import type { Words } from '../../messages/words.ts';
import { answeredFindings } from '../answered-findings.ts';
import { type Block, paragraph, type Section } from '../document.ts';
import type { ReportInput } from '../report-input.ts';
import type { Answered } from '../sentences/say-finding.ts';
import { sectionText } from '../sentences/section-text.ts';

/** Red flags have a section of their own, so that none is overlooked between the rest. */
function isTold(section: FormSection, blocks: readonly FormSection['block'][], redFlags: string): boolean {
  return blocks.includes(section.block) && section.id !== redFlags;
}

/** The form's own name of the section, unless it reads oddly under the heading that it stands under. */
function partName(section: FormSection, words: Words): string {
  const id = `doc.part.${section.id}`;
  const own = words.sayOf(id);
  return own === id ? section.label : own;
}

/** The form's section that holds the questions after danger. */
export const redFlagSection = 'redflag';

function blocksOf(
  { words, phrases, rules }: ReportInput,
  answered: ReadonlyMap<string, readonly Answered[]>,
  of: readonly FormSection['block'][],
): readonly Block[] {
  const blocks = rules.catalogue.sections
    .filter((section) => isTold(section, of, redFlagSection))
    .flatMap((section): Block[] => {
      const text = sectionText(section, answered.get(section.id) ?? [], { words, phrases });
      if (text === '') return [];
      return [{ kind: 'paragraph', runs: [{ text: `${partName(section, words)}. `, strong: true }, { text }] }];
    });
  return blocks.length === 0 ? [paragraph(words.say('doc.section.nothing'))] : blocks;
}

/** What the patient tells and what was found, in sentences read off the catalogue: present, absent and not known. */
export function findingSections(input: ReportInput): readonly Section[] {
  const answered = answeredFindings(input.assessment.answers, input.rules.catalogue);
  const { words } = input;
  return [
    { id: 'history', heading: words.say('doc.section.history-taken'), blocks: blocksOf(input, answered, ['history', 'background']) },
    {
      id: 'examination',
      heading: words.say('doc.section.examination-tests'),
      blocks: [...blocksOf(input, answered, ['examination', 'tests']), paragraph(words.say('doc.section.silence'), true)],
    },
  ];
}
