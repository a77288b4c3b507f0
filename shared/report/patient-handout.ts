import { sayDay } from '../messages/dates.ts';
import { titleOf } from './assessment-report.ts';
import { type Block, paragraph, type SheetDocument } from './document.ts';
import { runningHead } from './identity.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { ReportInput } from './report-input.ts';
import { signatureBlock } from './sections/signature.ts';

/** Whether the clinician has written anything for the patient to take home. */
export function hasWordsForPatient({ assessment: { conclusion } }: Pick<ReportInput, 'assessment'>): boolean {
  return (conclusion?.forPatient.trim() ?? '') !== '';
}

/** The page that the patient takes home: the clinician's own signed words and nothing of the program's. */
export function patientHandout(input: Omit<ReportInput, 'result' | 'derived' | 'rules' | 'treatments' | 'phrases'>): SheetDocument {
  const { patient, assessment, words, practiceName } = input;
  const { conclusion, signature } = assessment;
  const heading = words.say('doc.handout.heading');
  const blocks: Block[] = [...paragraphsOf(conclusion?.forPatient ?? '')];
  if (blocks.length === 0) blocks.push(paragraph(words.say('doc.handout.empty')));
  if (conclusion !== null && conclusion.reviewOn !== null) {
    blocks.push({
      kind: 'paragraph',
      runs: [{ text: words.say('doc.handout.review', { day: sayDay(conclusion.reviewOn, words) }), strong: true }],
    });
  }
  return {
    kind: 'patient-handout',
    title: titleOf(heading, input, words),
    heading,
    subtitle: words.say('doc.handout.subtitle', {
      name: `${patient.givenName} ${patient.familyName}`,
      day: sayDay(assessment.on, words),
      practice: practiceName,
    }),
    opening: signature === null ? [{ kind: 'paragraph', runs: [{ text: words.say('doc.handout.draft'), strong: true }] }] : [],
    sections: [
      { id: 'words', heading: words.say('doc.handout.from', { clinician: signature?.signedBy ?? assessment.ownerName }), blocks },
      { id: 'signature', heading: '', blocks: [signatureBlock(assessment, words)] },
    ],
    running: { head: runningHead(patient, words), headRight: practiceName, foot: '' },
    large: true,
  };
}
