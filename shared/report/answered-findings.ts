import type { AnswerRecord } from '../contract/assessments.ts';
import type { Catalogue } from '../findings/catalogue.ts';
import type { Answered } from './sentences/say-finding.ts';

/** The answer that counts: the newest. */
export function latestAnswer(answers: readonly AnswerRecord[], finding: string): AnswerRecord | undefined {
  const of = answers.filter((answer) => answer.finding === finding);
  return of.reduce<AnswerRecord | undefined>(
    (latest, each) => (latest === undefined || each.sequence > latest.sequence ? each : latest),
    undefined,
  );
}

/** The record's latest answers by section, in the form's order; findings that the catalogue no longer holds are left out. */
export function answeredFindings(answers: readonly AnswerRecord[], catalogue: Catalogue): ReadonlyMap<string, readonly Answered[]> {
  const bySection = new Map<string, Answered[]>(catalogue.sections.map((section) => [section.id, []]));
  const answered = new Set(answers.map((answer) => answer.finding));
  for (const finding of catalogue.findings) {
    const answer = answered.has(finding.id) ? latestAnswer(answers, finding.id) : undefined;
    if (answer === undefined) continue;
    bySection.get(finding.section)?.push({ finding, answer: { state: answer.state, value: answer.value }, entered: answer.entered });
  }
  return bySection;
}
