import type { BarCell } from '../../../shared/report/document.ts';
import classes from './bar-figure.module.css';

const width = 100;
const height = 10;

/** A probability as a bar with its interval as a whisker: drawn as lines, so that it prints without colours or backgrounds. */
export function BarFigure({ bar }: { readonly bar: BarCell }) {
  const [low, high] = bar.interval.map((end) => end * width) as [number, number];
  const middle = height / 2;
  return (
    <figure role="img" aria-label={bar.label} className={classes.figure}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure round it is the image and carries its words */}
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={classes.bar}>
        <rect x="0" y="0" width={width} height={height} className={classes.frame} vectorEffect="non-scaling-stroke" />
        <rect x="0" y="0" width={bar.probability * width} height={height} className={classes.fill} />
        <path
          d={`M${low} ${middle}H${high}M${low} 2V${height - 2}M${high} 2V${height - 2}`}
          className={classes.halo}
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={`M${low} ${middle}H${high}M${low} 2V${height - 2}M${high} 2V${height - 2}`}
          className={classes.whisker}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </figure>
  );
}
