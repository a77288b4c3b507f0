import type { CaseFacts } from '../findings/facts.ts';
import warningFindings from './warning-facts.json' with { type: 'json' };

const findingOfWarning: Readonly<Record<string, string>> = warningFindings;

/**
 * The facts on which a treatment's safety is judged: those of the newest assessment, and, where it does not know better, what the
 * patient's warnings say. A warning in the banner stands there because it is so; an answer of the assessment, also "no", is newer.
 */
export function withWarnings(facts: CaseFacts, warnings: readonly { readonly kind: string }[]): CaseFacts {
  const findings: Readonly<Record<string, unknown>> = facts.findings;
  const added = warnings
    .map(({ kind }) => findingOfWarning[kind])
    .filter((finding) => finding !== undefined)
    .filter((finding) => findings[finding] === undefined || findings[finding] === null);
  return { ...facts, findings: { ...facts.findings, ...Object.fromEntries(added.map((finding) => [finding, true])) } };
}
