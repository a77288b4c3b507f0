import type { Totals } from './totals.ts';

/** One figure of a scored set: so many of so many. Its words stand under `evaluate.<id>`. */
export interface Figure {
  readonly id: string;
  readonly part: number;
  readonly whole: number;
}

/** The figures of a scored set, in the order in which they are read. */
export function figuresOf(totals: Totals): readonly Figure[] {
  const { cases, ofFourteen } = totals;
  const flags = totals.flagsFound + totals.flagsMissed;
  return [
    { id: 'right', part: totals.right, whole: cases },
    { id: 'fully-right', part: totals.fullyRight, whole: cases },
    { id: 'near', part: totals.near, whole: cases },
    { id: 'right-or-near', part: totals.right + totals.near, whole: cases },
    { id: 'wrong', part: totals.wrong, whole: cases },
    { id: 'missed', part: totals.missed, whole: cases },
    { id: 'decided', part: totals.decided, whole: ofFourteen },
    { id: 'decided-right', part: totals.decidedRight, whole: totals.decided },
    { id: 'top-1', part: totals.top1, whole: ofFourteen },
    { id: 'top-3', part: totals.top3, whole: ofFourteen },
    { id: 'flags-found', part: totals.flagsFound, whole: flags },
    { id: 'flags-missed', part: totals.flagsMissed, whole: flags },
    { id: 'false-flags', part: totals.falseFlags, whole: cases },
    { id: 'false-emergencies', part: totals.falseEmergencies, whole: cases },
  ];
}

/** A share in per cent with one decimal; a dash where there is nothing to share. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** A figure as the cells of a row after its name. */
export function figureCells({ part, whole }: Figure): readonly [string, string] {
  return [`${part} / ${whole}`, shareText(part, whole)];
}
