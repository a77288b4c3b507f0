import classes from './series-chart.module.css';

interface Hovered {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: { readonly x: number; readonly value: number | null } }[];
}

/** What stands beside the pointer: the day and the value. */
export function chartTooltip(inWords: (x: number, value: number) => string) {
  return ({ active, payload }: Hovered) => {
    const point = payload?.[0]?.payload;
    if (active !== true || point === undefined || point.value === null) return null;
    return <div className={classes.tooltip}>{inWords(point.x, point.value)}</div>;
  };
}
