import type { Formula } from './derived-formulas.ts';
import type { Memory, Step } from './memory.ts';
import type { DerivedRow } from './schema.ts';

/**
 * The step that computes a derived number into its slot. It reads only the inputs that its row names, and does not run the formula where
 * none of them is known, save for a formula that is never unknown.
 */
export function formulaStep(row: DerivedRow, formula: Formula, inputs: ReadonlyMap<string, number>, target: number): Step {
  const slots = [...inputs.values()];
  const slotOf: Readonly<Record<string, number | undefined>> = Object.fromEntries(inputs);
  const isNeverUnknown = row.unknownWhen === 'never';
  let values: Memory['values'] = [];
  const read = (input: string) => {
    const slot = slotOf[input];
    if (slot === undefined) throw new Error(`${row.id} reads ${input}, which its inputs leave out`);
    return values[slot];
  };
  const number = (input: string) => {
    const value = read(input);
    return typeof value === 'number' ? value : null;
  };
  const known = (input: string) => {
    const value = read(input);
    return typeof value === 'boolean' || typeof value === 'string' ? value : null;
  };
  const isIdle = () => {
    for (const slot of slots) if (values[slot] !== undefined) return false;
    return !isNeverUnknown;
  };
  return (memory) => {
    values = memory.values;
    const value = isIdle() ? null : formula(number, known);
    values[target] = value === null || !Number.isFinite(value) ? undefined : value;
  };
}
