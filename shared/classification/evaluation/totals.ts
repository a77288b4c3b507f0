import { type EvaluatedCase, outcomeOf } from './outcome.ts';

/** The figures of a set of cases, by the case format's definitions. Shares are of the cases that each definition counts. */
export interface Totals {
  readonly cases: number;
  readonly right: number;
  readonly fullyRight: number;
  readonly near: number;
  readonly wrong: number;
  readonly missed: number;
  /** Cases whose reference is one of the fourteen, those of them with a conclusion, and how many of these are right. */
  readonly ofFourteen: number;
  readonly decided: number;
  readonly decidedRight: number;
  readonly top1: number;
  readonly top3: number;
  readonly flagsFound: number;
  readonly flagsMissed: number;
  readonly falseFlags: number;
  readonly falseEmergencies: number;
  readonly brier: number;
}

/** Mean squared difference of the fourteen probabilities from what the reference says. */
export function brierOf({ reference, result }: EvaluatedCase): number {
  const rows = result.differential.filter((row) => row.condition !== 'other');
  const sum = rows.reduce((total, row) => total + (row.probability - (reference.conditions.includes(row.condition) ? 1 : 0)) ** 2, 0);
  return rows.length === 0 ? 0 : sum / rows.length;
}

/** Adds up a set of evaluated cases. */
export function totalsOf(cases: readonly EvaluatedCase[]): Totals {
  const outcomes = cases.map(outcomeOf);
  const count = (holds: (outcome: (typeof outcomes)[number]) => boolean) => outcomes.filter(holds).length;
  const flags = cases.map(({ reference, result }) => {
    const found: readonly string[] = result.redFlags.map((flag) => flag.id);
    const beyond = result.redFlags.filter((flag) => !reference.redFlags.includes(flag.id));
    const hits = reference.redFlags.filter((flag) => found.includes(flag)).length;
    return { hits, missed: reference.redFlags.length - hits, beyond };
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    cases: cases.length,
    right: count((outcome) => outcome.kind === 'right'),
    fullyRight: count((outcome) => outcome.fullyRight),
    near: count((outcome) => outcome.kind === 'near'),
    wrong: count((outcome) => outcome.kind === 'wrong'),
    missed: count((outcome) => outcome.kind === 'missed'),
    ofFourteen: count((outcome) => !outcome.isOther),
    decided: count((outcome) => !outcome.isOther && outcome.isDecided),
    decidedRight: count((outcome) => !outcome.isOther && outcome.isDecided && outcome.kind === 'right'),
    top1: count((outcome) => !outcome.isOther && outcome.rank === 1),
    top3: count((outcome) => !outcome.isOther && outcome.rank <= 3),
    flagsFound: sum(flags.map((flag) => flag.hits)),
    flagsMissed: sum(flags.map((flag) => flag.missed)),
    falseFlags: sum(flags.map((flag) => flag.beyond.length)),
    falseEmergencies: sum(flags.map((flag) => flag.beyond.filter((each) => each.urgency === 'emergency').length)),
    brier: cases.length === 0 ? 0 : sum(cases.map(brierOf)) / cases.length,
  };
}
