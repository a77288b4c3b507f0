import type { CSSProperties } from 'react';
import classes from './weight-bar.module.css';

/** The weight at which a signed bar fills its half: a ratio of 12, beyond which no single row weighs. In millionths of a nat. */
const full = Math.log(12) * 1_000_000;

/** A weight in millionths of a nat as a small signed bar: to the right for, to the left against. */
export function WeightBar({ weight }: { readonly weight: number }) {
  const share = Math.min(1, Math.abs(weight) / full);
  const style = { '--weight-width': `${Math.max(4, Math.round(share * 50))}%` } as CSSProperties;
  return (
    <span className={classes.axis} style={style} aria-hidden="true">
      {weight !== 0 && <span className={classes.bar} data-side={weight > 0 ? 'for' : 'against'} />}
    </span>
  );
}
