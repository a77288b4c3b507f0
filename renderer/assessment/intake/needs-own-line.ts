import type { Finding } from '../../../shared/findings/finding.ts';

/* Rough widths in px of an option's letters, of what stands round them, and of the answers that every such field has besides. */
const perLetter = 7;
const perOption = 34;
const notKnown = 40;
const noneFound = 110;
const beside = 350;

/** Whether a finding's options are too many or too long to stand beside its name. */
export function needsOwnLine(finding: Finding): boolean {
  if (!('options' in finding)) return false;
  const options = Object.values(finding.options).reduce((sum, label) => sum + label.length * perLetter + perOption, 0);
  return options + notKnown + (finding.type === 'multi' ? noneFound : 0) > beside;
}
