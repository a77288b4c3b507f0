/** Room in pixels beside the plot: the axis on the left, the last value's label on the right. Tracks below the charts line up with it. */
export const chartMargins = { left: 44, right: 84, top: 12 } as const;
export const chartHeight = 150;
/** More points than this are drawn without dots. */
export const mostDots = 200;
/** More than this are thinned before drawing. */
export const mostPoints = 500;

const pixelsPerMonthLabel = 76;
/** Labels that fit below a plot of this width. */
export function monthLabels(width: number): number {
  return Math.max(2, Math.floor((width - chartMargins.left - chartMargins.right) / pixelsPerMonthLabel));
}
