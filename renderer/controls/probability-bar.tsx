import type { CSSProperties } from 'react';
import type { ConditionOrOther } from '../../shared/classification/result.ts';
import { wholePercent } from '../../shared/messages/numbers.ts';
import classes from './probability-bar.module.css';

interface Props {
  readonly condition: ConditionOrOther;
  readonly probability: number;
  readonly interval: readonly [number, number];
}

/** A probability as a bar in the condition's colour, its interval as a whisker; the figure stands beside it in words. */
export function ProbabilityBar({ condition, probability, interval: [low, high] }: Props) {
  const style = {
    '--bar-colour': `var(--condition-${condition})`,
    '--bar-width': `${wholePercent(probability)}%`,
    '--whisker-from': `${wholePercent(low)}%`,
    '--whisker-width': `${Math.max(0, wholePercent(high) - wholePercent(low))}%`,
  } as CSSProperties;
  return (
    <div className={classes.track} style={style} aria-hidden="true">
      <div className={classes.bar} />
      <div className={classes.whisker} />
    </div>
  );
}
