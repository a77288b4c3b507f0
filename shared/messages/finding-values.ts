import type { Finding, FindingValue } from '../findings/finding.ts';
import type { Speaker } from './dates.ts';

const asPrinted: Readonly<Record<string, string>> = {
  mm2: 'mm²',
  'mL/min/1.73m2': 'mL/min/1.73 m²',
  'umol/L': 'µmol/L',
  'ug/L': 'µg/L',
  'ug/L FEU': 'µg/L FEU',
  '10^9/L': '10⁹/L',
  '1/week': 'a week',
  ratio: '',
};

/** A unit as it is printed; empty for a bare score or ratio. */
export function sayUnit(unit: string | null): string {
  return unit === null ? '' : (asPrinted[unit] ?? unit);
}

/** A number with its unit: "120 m", "0.62". */
export function sayQuantity(value: number, unit: string | null, words: Speaker): string {
  const said = sayUnit(unit);
  return said === '' ? String(value) : words.sayOf('value.quantity', { value: String(value), unit: said });
}

/**
 * What is known of a finding, in words: "yes", "120 m", "Left", "L4–L5, L5–S1", "none found"; `null` (asked) is "not known",
 * `undefined` "not asked".
 */
export function sayValue(finding: Finding, value: FindingValue | null | undefined, words: Speaker): string {
  if (value === undefined) return words.sayOf('answer.not-asked');
  if (value === null) return words.sayOf('value.not-known');
  if (typeof value === 'boolean') return words.sayOf(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return sayQuantity(value, 'unit' in finding ? finding.unit : null, words);
  if (typeof value === 'string') return words.sayOf(`option.${finding.id}.${value}`);
  if (value.length === 0) return words.sayOf('answer.none-found');
  return value.map((option) => words.sayOf(`option.${finding.id}.${option}`)).join(', ');
}
