import { isUnusual, type ValueProblem, valueProblem } from './check-value.ts';
import type { NumberFinding } from './finding.ts';

/** A number as typed, brought to the catalogue's unit. */
export interface ReadNumber {
  readonly value: number;
  /** The unit it was typed in; null for a bare score. */
  readonly unit: string | null;
  readonly unusual: boolean;
}

export type EnteredProblem =
  | ValueProblem
  | { readonly code: 'not-a-number'; readonly finding: string }
  | { readonly code: 'unknown-unit'; readonly finding: string; readonly units: readonly string[] };

const typed = /^([+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+))\s*(.*)$/u;

/** Spellings that people type: case, spaces, the micro sign and a written "u" do not matter. */
function unitKey(unit: string): string {
  return unit.toLowerCase().replace(/\s+/gu, '').replace(/[µμ]/gu, 'u').replace(/²/gu, '2').replace(/⁹/gu, '^9');
}

/**
 * Reads what was typed into a number field, with or without a unit ("7.1 mg/dL", "7,1", "200 ft"); a comma is a decimal point.
 * Without a unit, `unit` (the one shown beside the field) is meant. Converted values keep six significant decimals, no more than a
 * conversion factor is worth.
 */
export function readEntered(finding: NumberFinding, text: string, unit: string | null = finding.unit): ReadNumber | EnteredProblem {
  const match = typed.exec(text.trim());
  if (match === null) return { code: 'not-a-number', finding: finding.id };
  const number = Number((match[1] ?? '').replace(',', '.'));
  const wanted = match[2] === '' || match[2] === undefined ? unit : match[2];
  const known = [{ unit: finding.unit, factor: 1, offset: 0 }, ...finding.units];
  const chosen = known.find((candidate) => unitKey(candidate.unit ?? '') === unitKey(wanted ?? ''));
  if (chosen === undefined) return { code: 'unknown-unit', finding: finding.id, units: known.flatMap((candidate) => candidate.unit ?? []) };
  const isOwn = chosen.factor === 1 && chosen.offset === 0;
  const value = isOwn ? number : Number((number * chosen.factor + chosen.offset).toPrecision(6));
  const problem = valueProblem(finding, value);
  return problem ?? { value, unit: chosen.unit, unusual: isUnusual(finding, value) };
}

/** A catalogue value shown in another of the finding's units; unchanged where the unit is the catalogue's own. */
export function inUnit(finding: NumberFinding, value: number, unit: string | null): number {
  const chosen = finding.units.find((candidate) => candidate.unit === unit);
  return chosen === undefined ? value : Number(((value - chosen.offset) / chosen.factor).toPrecision(6));
}
