import { clockOf, dayOf, sayDay } from '../messages/dates.ts';
import type { Words } from '../messages/words.ts';
import type { Block, SheetDocument } from './document.ts';
import { familyName, identityBlock, runningHead } from './identity.ts';
import type { ReportInput } from './report-input.ts';
import { conclusionSection } from './sections/conclusion.ts';
import { differentialSection } from './sections/differential.ts';
import { findingSections } from './sections/findings.ts';
import { instrumentsSection } from './sections/instruments.ts';
import { planSection } from './sections/plan.ts';
import { redFlagAlerts, redFlagsSection } from './sections/red-flags.ts';
import { addendaSections, signatureBlock } from './sections/signature.ts';
import { workingSections } from './sections/working.ts';

function foot({ assessment: { signature }, result, words }: ReportInput): string {
  if (signature === null) return words.say('sheet.foot.draft', { rules: result.rulesVersion });
  return words.say('sheet.foot.signed', {
    rules: signature.rulesVersion,
    code: signature.checkCode,
    day: sayDay(dayOf(signature.signedAt), words),
    clock: clockOf(signature.signedAt),
  });
}

/** What must be known before a line is read: a draft, or a record that does not match its signature. */
function standing({ assessment: { signature }, words }: ReportInput): readonly Block[] {
  if (signature === null) return [{ kind: 'paragraph', runs: [{ text: words.say('doc.report.draft'), strong: true }] }];
  return signature.intact ? [] : [{ kind: 'alert', title: words.say('doc.report.broken'), lines: [] }];
}

/** The title of the window and the PDF: "Leg symptom assessment, ALVAREZ Ruth, 24-Nov-2026". */
export function titleOf(heading: string, { patient, assessment }: Pick<ReportInput, 'patient' | 'assessment'>, words: Words): string {
  return words.say('sheet.document', {
    heading,
    family: familyName(patient),
    given: patient.givenName,
    day: sayDay(assessment.on, words),
  });
}

/**
 * The assessment as it prints: the clinician's conclusion first, then what was told and found, then the ranked options with their
 * reasons, red flags, instruments, plan and signature; the working and its sources follow as an appendix.
 */
export function report(input: ReportInput): SheetDocument {
  const { patient, assessment, words, practiceName, visit } = input;
  const heading = words.say('doc.report.heading');
  return {
    kind: 'assessment-report',
    title: titleOf(heading, input, words),
    heading,
    subtitle: words.say('doc.report.subtitle', {
      day: sayDay(assessment.on, words),
      clinician: assessment.signature?.signedBy ?? assessment.ownerName,
      setting: words.say(`setting.${assessment.setting}`),
      visit,
    }),
    opening: [...standing(input), identityBlock(patient, assessment.on, words), ...redFlagAlerts(input)],
    sections: [
      conclusionSection(input),
      ...findingSections(input),
      differentialSection(input),
      redFlagsSection(input),
      instrumentsSection(input),
      planSection(input),
      ...addendaSections(assessment, words),
      { id: 'signature', heading: '', blocks: [signatureBlock(assessment, words)] },
      ...workingSections(input),
    ],
    running: { head: runningHead(patient, words), headRight: practiceName, foot: foot(input) },
  };
}
