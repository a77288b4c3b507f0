import type { BarCell } from '../../../shared/report/document.ts';
import classes from './bar-figure.module.css';

const width = 100;
const height = 10;

/**
 * A probability as a bar with its interval as a whisker: drawn as lines, so that it prints without colours or backgrounds. The role stands on
 * the drawing itself: only then is it a figure with alternative text in the PDF.
 */
export function BarFigure({ bar }: { readonly bar: BarCell }) {
  const [low, high] = bar.interval.map((end) => end * width) as [number, number];
  const whisker = `M${low} ${height / 2}H${high}M${low} 2V${height - 2}M${high} 2V${height - 2}`;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={classes.bar} role="img" aria-label={bar.label}>
      <rect x="0" y="0" width={width} height={height} className={classes.frame} vectorEffect="non-scaling-stroke" />
      <rect x="0" y="0" width={bar.probability * width} height={height} className={classes.fill} />
      <path d={whisker} className={classes.halo} vectorEffect="non-scaling-stroke" />
      <path d={whisker} className={classes.whisker} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
