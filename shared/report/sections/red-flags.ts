import type { ClassificationResult } from '../../classification/result.ts';
import { answeredFindings } from '../answered-findings.ts';
import { type Block, paragraph, type Section } from '../document.ts';
import type { ReportInput } from '../report-input.ts';
import { inSentence } from '../sentences/letters.ts';
import { factInWords } from '../sentences/reason.ts';
import { redFlagSection } from './findings.ts';

type RedFlag = ClassificationResult['redFlags'][number];

function citations(ids: readonly string[], { rules }: ReportInput): string {
  return ids.map((id) => rules.sources.get(id)?.citation ?? id).join('; ');
}

/** One flag as guidelines put it: what was found, how urgent they hold it, what is usually done, and whose word that is. */
function flagBlock(flag: RedFlag, input: ReportInput): Block {
  const { words } = input;
  const because = flag.because.map((id) => factInWords(id, 'present', input)).join('; ');
  return {
    kind: 'alert',
    title: words.say('red-flags.present', {
      name: words.say(`red-flag.${flag.id}`),
      urgency: words.say(`red-flags.urgency.${flag.urgency}`),
    }),
    lines: [
      words.say('red-flags.because', { list: because }),
      words.say('red-flags.action', { action: flag.action.replace(/[.]$/u, '') }),
      words.say('red-flags.source', { list: citations(flag.sources, input) }),
    ],
  };
}

/** Those that are there, before everything else on the sheet. */
export function redFlagAlerts(input: ReportInput): readonly Block[] {
  return input.result.redFlags.map((flag) => flagBlock(flag, input));
}

/** What was asked after danger, what is present, and how much of it is not known: silence is no all-clear. */
export function redFlagsSection(input: ReportInput): Section {
  const { words, rules, assessment } = input;
  const asked = answeredFindings(assessment.answers, rules.catalogue).get(redFlagSection) ?? [];
  const all = rules.catalogue.findings.filter((finding) => finding.section === redFlagSection).length;
  const inState = (state: string) => asked.filter(({ answer }) => answer.state === state);
  const present = inState('present').map(({ finding }) => inSentence(finding.label));
  const [absent, unknown] = [inState('absent').length, inState('not-known').length];
  const text = words.say('red-flags.asked', {
    asked: present.length + absent + unknown,
    present: present.length,
    list: present.join('; '),
    unknown,
    unasked: all - present.length - absent - unknown,
  });
  return { id: 'red-flags', heading: words.say('doc.section.red-flags'), blocks: [paragraph(text)] };
}
