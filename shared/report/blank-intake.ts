import type { Patient } from '../contract/patients.ts';
import type { Catalogue } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { sayUnit } from '../messages/finding-values.ts';
import type { Words } from '../messages/words.ts';
import type { Question, Section, SheetDocument } from './document.ts';
import { familyName, runningHead } from './identity.ts';

function questionOf(finding: Finding, words: Words): Question {
  const unknown = words.say('doc.intake.unknown');
  const asked = { label: finding.label, help: finding.help ?? null };
  switch (finding.type) {
    case 'boolean':
      return { ...asked, boxes: [words.say('doc.intake.yes'), words.say('doc.intake.no'), unknown], line: null };
    case 'number':
    case 'integer':
      return { ...asked, boxes: [unknown], line: { unit: sayUnit(finding.unit) } };
    case 'choice':
      return { ...asked, boxes: [...Object.values(finding.options), unknown], line: null };
    case 'multi':
      return { ...asked, boxes: [...Object.values(finding.options), words.say('doc.intake.none-found'), unknown], line: null };
  }
}

interface BlankIntakeInput {
  /** Whose sheet it will be; null for a stack of empty ones. */
  readonly patient: Patient | null;
  readonly practiceName: string;
  readonly words: Words;
  readonly catalogue: Catalogue;
}

/** The intake on paper, in the screen's order, read off the catalogue: for the day without power. */
export function blankIntake({ patient, practiceName, words, catalogue }: BlankIntakeInput): SheetDocument {
  const heading = words.say('doc.intake.heading');
  const name = patient === null ? '' : words.say('doc.identity.name', { family: familyName(patient), given: patient.givenName });
  const sections = catalogue.sections.flatMap((section): Section[] => {
    const questions = catalogue.findings.filter((finding) => finding.section === section.id).map((finding) => questionOf(finding, words));
    if (questions.length === 0) return [];
    return [{ id: section.id, heading: `${section.label}: ${section.question}`, blocks: [{ kind: 'questions', questions }] }];
  });
  const asked = patient === null ? ['name', 'born', 'record', 'date', 'person'] : ['date', 'person'];
  return {
    kind: 'blank-intake',
    title: patient === null ? heading : `${heading}, ${name}`,
    heading,
    subtitle: words.say('doc.intake.subtitle'),
    opening: [{ kind: 'lines', labels: asked.map((label) => words.sayOf(`doc.intake.${label}`)) }],
    sections,
    running: { head: patient === null ? '' : runningHead(patient, words), headRight: practiceName, foot: words.say('sheet.foot.blank') },
  };
}
