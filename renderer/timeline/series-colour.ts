import type { Series } from '../../shared/outcomes/series.ts';

/** The token of a series' line: one for what the patient can do, one for what the patient feels, one for scores. */
export function seriesColour({ kind }: Series): string {
  return `var(--series-${kind})`;
}
