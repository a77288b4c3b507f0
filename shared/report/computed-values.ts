import type { Rules } from '../evidence/rules.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { derivedValues } from './derived-values.ts';

/** A number that the program computes from what was entered, by a published formula. */
export interface ComputedValue {
  readonly id: string;
  readonly value: number;
  readonly unit: string | null;
  readonly sources: readonly string[];
}

/** What stands behind a fact, down to the findings themselves. */
function findingsBehind(id: string, rules: Rules): readonly string[] {
  const derived = rules.tables.derived.find((row) => row.id === id);
  return derived === undefined ? [id] : derived.inputs.flatMap((input) => findingsBehind(input, rules));
}

/** The section that most of a derived fact's findings belong to; the later one where two are even. */
function sectionOf(id: string, rules: Rules): string | undefined {
  const counts = new Map<string, number>();
  for (const finding of findingsBehind(id, rules)) {
    const section = rules.catalogue.byId.get(finding)?.section;
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts].reduce<[string, number] | undefined>(
    (most, each) => (most !== undefined && most[1] > each[1] ? most : each),
    undefined,
  )?.[0];
}

/**
 * The numbers computed from a section's answers, in the table's order. Only what rests on a publication: what the contradictions alone
 * compare is left out, and so is what nobody has entered anything for.
 */
export function computedValues(section: string, facts: CaseFacts, rules: Rules): readonly ComputedValue[] {
  const values = derivedValues(facts, rules);
  return rules.tables.derived.flatMap((row) => {
    const value = values.get(row.id);
    if (value === undefined || row.kind !== 'formula' || row.sources.includes('clinical-definition')) return [];
    const entered = findingsBehind(row.id, rules).some((id) => (facts.findings as Readonly<Record<string, unknown>>)[id] != null);
    return entered && sectionOf(row.id, rules) === section ? [{ id: row.id, value, unit: row.unit, sources: row.sources }] : [];
  });
}
