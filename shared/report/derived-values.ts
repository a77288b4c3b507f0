import { formulas } from '../evidence/derived-formulas.ts';
import type { Rules } from '../evidence/rules.ts';
import type { CaseFacts } from '../findings/facts.ts';

/** The numbers that the tables derive from a case (an ankle-brachial index from pressures), by id; those not known are left out. */
export function derivedValues(facts: CaseFacts, rules: Rules): ReadonlyMap<string, number> {
  const findings: Readonly<Record<string, unknown>> = facts.findings;
  const read = (id: string): unknown =>
    id === 'patient.ageYears' ? facts.patient.ageYears : id === 'patient.sex' ? facts.patient.sex : findings[id];
  const known = (id: string) => {
    const value = read(id);
    return typeof value === 'boolean' || typeof value === 'string' ? value : null;
  };
  const number = (id: string): number | null => {
    const formula = formulas[id];
    if (formula !== undefined) return formula(number, known);
    const value = read(id);
    return typeof value === 'number' ? value : null;
  };
  return new Map(
    rules.tables.derived.flatMap(({ id, computable }) => {
      const value = computable && formulas[id] !== undefined ? number(id) : null;
      return value === null ? [] : [[id, value] as const];
    }),
  );
}
