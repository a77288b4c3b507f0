import { conditionsAndOther } from '../../evidence/conditions.ts';
import type { EvaluatedCase } from './outcome.ts';

/** How often a reference (the first of its conditions) met a conclusion (its first, or none). */
export interface Confusion {
  readonly reference: string;
  readonly concluded: ReadonlyMap<string, number>;
  readonly cases: number;
}

export const undetermined = 'undetermined';

/** Reference against conclusion, in the conditions' order; references that do not occur are left out. A right second name counts as itself. */
export function confusionOf(cases: readonly EvaluatedCase[]): readonly Confusion[] {
  return conditionsAndOther.flatMap((reference) => {
    const concluded = new Map<string, number>();
    let count = 0;
    for (const { reference: proven, result } of cases) {
      const first: string = result.conclusion.conditions[0] ?? undetermined;
      const named = proven.conditions.includes(first) ? first : proven.conditions[0];
      if (named !== reference) continue;
      concluded.set(first, (concluded.get(first) ?? 0) + 1);
      count += 1;
    }
    return count === 0 ? [] : [{ reference, concluded, cases: count }];
  });
}
