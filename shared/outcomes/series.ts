import { type Catalogue, catalogue as ourCatalogue } from '../findings/catalogue.ts';
import type { NumberFinding } from '../findings/finding.ts';
import { type ImportantDifference, type Outcome, outcomes as ourOutcomes } from './outcome.ts';
import seriesTable from './series.json' with { type: 'json' };

/** A finding that is followed over months. */
export interface SeriesRow {
  readonly finding: string;
  /** `function`: what the patient can do; `symptom`: what the patient feels; `score`: a questionnaire's. */
  readonly kind: 'function' | 'symptom' | 'score';
  readonly better: 'higher' | 'lower';
  /** What stands over its chart. */
  readonly name: string;
}

/** The same with what the catalogue and the outcomes table know of it. */
export interface Series extends SeriesRow {
  readonly definition: NumberFinding;
  /** Null where none is published for this measure. */
  readonly important: ImportantDifference | null;
  /** Lowest and highest on the scale; highest null where there is none. */
  readonly range: readonly [number, number | null];
}

/**
 * What can be followed, in the order in which it is shown.
 * @throws Error where a row names a finding that the catalogue does not know as a number
 */
export function createSeries(
  rows: readonly SeriesRow[] = seriesTable as unknown as readonly SeriesRow[],
  outcomes: readonly Outcome[] = ourOutcomes,
  catalogue: Catalogue = ourCatalogue,
): readonly Series[] {
  return rows.map((row) => {
    const definition = catalogue.byId.get(row.finding);
    if (definition?.type !== 'number' && definition?.type !== 'integer') throw new Error(`No number to follow: ${row.finding}`);
    const outcome = outcomes.find((each) => each.finding === row.finding);
    const important = outcome === undefined || outcome.important.value === null ? null : outcome.important;
    // A bare score has the ends of its scale; a distance or a time begins at nothing and has no end.
    return { ...row, definition, important, range: definition.unit === null && row.kind !== 'function' ? definition.possible : [0, null] };
  });
}

/** The product's own: what the timeline shows and the overview chooses from. */
export const series: readonly Series[] = createSeries();
