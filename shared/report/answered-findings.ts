import type { AnswerRecord } from '../contract/assessments.ts';
import type { Catalogue } from '../findings/catalogue.ts';
import type { Answered } from './sentences/say-finding.ts';

/** The record's latest answers by section, in the form's order; findings that the catalogue no longer holds are left out. */
export function answeredFindings(answers: readonly AnswerRecord[], catalogue: Catalogue): ReadonlyMap<string, readonly Answered[]> {
  const latest = new Map<string, AnswerRecord>();
  for (const answer of answers) {
    const before = latest.get(answer.finding);
    if (before === undefined || before.sequence < answer.sequence) latest.set(answer.finding, answer);
  }
  const bySection = new Map<string, Answered[]>(catalogue.sections.map((section) => [section.id, []]));
  for (const finding of catalogue.findings) {
    const answer = latest.get(finding.id);
    if (answer === undefined) continue;
    bySection.get(finding.section)?.push({ finding, answer: { state: answer.state, value: answer.value }, entered: answer.entered });
  }
  return bySection;
}
