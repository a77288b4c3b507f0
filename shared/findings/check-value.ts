import type { Finding, FindingValue } from './finding.ts';

/** Why a value cannot be this finding's. Holds no value of the patient's: it may be logged and shown anywhere. */
export type ValueProblem =
  | { readonly code: 'unknown-finding'; readonly finding: string }
  | { readonly code: 'wrong-type'; readonly finding: string; readonly expected: Finding['type'] }
  | { readonly code: 'impossible'; readonly finding: string; readonly possible: readonly [number, number]; readonly unit: string | null }
  | { readonly code: 'not-whole'; readonly finding: string }
  | { readonly code: 'unknown-option'; readonly finding: string; readonly options: readonly string[] }
  | { readonly code: 'option-twice'; readonly finding: string }
  | { readonly code: 'value-without-knowledge'; readonly finding: string };

function isOption(options: Readonly<Record<string, string>>, value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(options, value);
}

/** Why `value` is not possible for the finding; null where it is. Numbers in the catalogue's unit. */
export function valueProblem(finding: Finding, value: unknown): ValueProblem | null {
  const wrongType: ValueProblem = { code: 'wrong-type', finding: finding.id, expected: finding.type };
  switch (finding.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : wrongType;
    case 'number':
    case 'integer': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType;
      const [low, high] = finding.possible;
      if (value < low || value > high) return { code: 'impossible', finding: finding.id, possible: finding.possible, unit: finding.unit };
      return finding.type === 'integer' && !Number.isInteger(value) ? { code: 'not-whole', finding: finding.id } : null;
    }
    case 'choice':
      if (typeof value !== 'string') return wrongType;
      return isOption(finding.options, value)
        ? null
        : { code: 'unknown-option', finding: finding.id, options: Object.keys(finding.options) };
    case 'multi':
      if (!Array.isArray(value)) return wrongType;
      if (!value.every((option) => isOption(finding.options, option))) {
        return { code: 'unknown-option', finding: finding.id, options: Object.keys(finding.options) };
      }
      return new Set(value).size === value.length ? null : { code: 'option-twice', finding: finding.id };
  }
}

/** Whether a possible number is so rare that the clinician is asked to confirm it. */
export function isUnusual(finding: Finding, value: FindingValue): boolean {
  if ((finding.type !== 'number' && finding.type !== 'integer') || typeof value !== 'number') return false;
  return value < finding.usual[0] || value > finding.usual[1];
}
