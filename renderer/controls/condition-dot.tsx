import type { ConditionOrOther } from '../../shared/classification/result.ts';
import { conditionColour } from './condition-colour.ts';
import classes from './condition-dot.module.css';

/** The colour that a condition keeps everywhere; two at once stand side by side, none is an open ring. Words stand beside it. */
export function ConditionDot({ conditions }: { readonly conditions: readonly ConditionOrOther[] }) {
  return (
    <span className={classes.dots} aria-hidden="true">
      {conditions.length === 0 && <span className={classes.open} />}
      {conditions.map((condition) => (
        <span key={condition} className={classes.dot} style={{ background: conditionColour(condition) }} />
      ))}
    </span>
  );
}
