import { dayNumber } from '../../shared/calendar/days.ts';
import type { Treatment } from '../../shared/contract/treatments.ts';
import { lanesOf } from '../../shared/outcomes/lanes.ts';
import type { Span } from './time-range.ts';

/** A treatment in its place below the charts, in pixels from the beginning of the plot. */
export interface TreatmentBand {
  readonly treatment: Treatment;
  readonly from: number;
  readonly to: number;
  readonly lane: number;
  /** `point`: given once. `open`: goes on. */
  readonly shape: 'band' | 'open' | 'point';
  /** Where its name begins: with the band, or so that it ends with it, near the right end of the plot. */
  readonly labelSide: 'start' | 'end';
}

/** A guess that errs on the wide side; nothing is cut where it is wrong. */
const pixelsPerLetter = 6.4;
const labelPadding = 20;
const narrowest = 8;
const gap = 6;

/** The treatments that touch the span, in lanes in which neither bands nor names overlap. */
export function treatmentBands(treatments: readonly Treatment[], span: Span, plot: number): readonly TreatmentBand[] {
  const days = Math.max(1, dayNumber(span.to) - dayNumber(span.from));
  const at = (day: string) => Math.max(0, Math.min(plot, ((dayNumber(day) - dayNumber(span.from)) / days) * plot));
  const placed = treatments
    .filter(({ startedOn, endedOn }) => startedOn <= span.to && (endedOn ?? span.to) >= span.from)
    .map((treatment) => {
      const { startedOn, endedOn, name } = treatment;
      const from = Math.min(at(startedOn), plot - narrowest);
      const to = Math.max(from + narrowest, at(endedOn ?? span.to));
      const label = name.length * pixelsPerLetter + labelPadding;
      const labelSide: TreatmentBand['labelSide'] = from + label > plot && to - label > 0 ? 'end' : 'start';
      const shape: TreatmentBand['shape'] = endedOn === null ? 'open' : endedOn === startedOn ? 'point' : 'band';
      return { treatment, from, to, label, labelSide, shape, begins: labelSide === 'end' ? Math.min(from, to - label) : from };
    })
    .sort((a, b) => a.begins - b.begins);
  const lanes = lanesOf(
    placed.map(({ begins, to, label, labelSide }) => ({ from: begins, to, label: labelSide === 'end' ? to - begins : label })),
    gap,
  );
  return placed.map(({ begins: _, label: __, ...band }, index) => ({ ...band, lane: lanes[index] ?? 0 }));
}
