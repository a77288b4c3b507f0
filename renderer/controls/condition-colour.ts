import type { ConditionOrOther } from '../../shared/classification/result.ts';

/** The token of the colour that a condition has in every list, chart and table. */
export function conditionColour(condition: ConditionOrOther): string {
  return `var(--condition-${condition})`;
}
