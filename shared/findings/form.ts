import type { AnswerState } from './answer.ts';
import { type Catalogue, catalogue as ourCatalogue } from './catalogue.ts';
import type { Finding } from './finding.ts';
import type { Section } from './sections.ts';

/** A section of the intake with its findings, in the form's order. */
export interface FormSection {
  readonly section: Section;
  readonly findings: readonly Finding[];
}

/** The intake form as the catalogue says it: sections without findings are left out. */
export function formOf(catalogue: Catalogue = ourCatalogue): readonly FormSection[] {
  return catalogue.sections
    .map((section) => ({ section, findings: catalogue.findings.filter((finding) => finding.section === section.id) }))
    .filter(({ findings }) => findings.length > 0);
}

/** How much of a section has been dealt with: answered, asked and not known, or made pointless by another answer. */
export interface SectionProgress {
  readonly answered: number;
  readonly total: number;
}

/** Whether an answer leaves nothing to ask: taken back or never given, it does. */
export function isDealtWith(state: AnswerState | undefined): boolean {
  return state !== undefined && state !== 'not-asked';
}

export function progressOf(findings: readonly Finding[], stateOf: (id: string) => AnswerState | undefined): SectionProgress {
  return { answered: findings.filter((finding) => isDealtWith(stateOf(finding.id))).length, total: findings.length };
}
