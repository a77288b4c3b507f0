import { conditions } from '../../evidence/conditions.ts';
import { rules as ours, type Rules } from '../../evidence/rules.ts';
import { type EvaluatedCase, ranked } from './outcome.ts';
import { brierOf } from './totals.ts';

/** An instrument beside the differential, on the cases that the instrument decides (positive or negative). */
export interface InstrumentCompared {
  readonly id: string;
  readonly condition: string;
  readonly decided: number;
  /** Positive where the reference holds the condition, or negative where it does not. */
  readonly right: number;
  readonly wrong: number;
  /** Of its verdict, as 1 or 0, about its one condition. */
  readonly brier: number;
  /** The differential on the same cases: how often it is on the right side of even for that condition, and its Brier score for it. */
  readonly differentialRight: number;
  readonly differentialBrier: number;
  /** Over all fourteen conditions: the instrument as a whole diagnosis, its condition as 1 or 0 and the others 0, against the differential. */
  readonly brierOfAll: number;
  readonly differentialBrierOfAll: number;
  /** Cases of the fourteen in which the instrument is positive and right as the first named, against the differential's first. */
  readonly top1: number;
  readonly differentialTop1: number;
  readonly ofFourteen: number;
}

/** Sets every instrument beside the differential. */
export function instrumentsCompared(cases: readonly EvaluatedCase[], rules: Rules = ours): readonly InstrumentCompared[] {
  return rules.tables.instrumentConditions.map(({ instrument, condition }) => {
    const verdicts = cases.flatMap((each) => {
      const { reference, result } = each;
      const positive = result.instruments.find((scored) => scored.id === instrument)?.positive ?? null;
      if (positive === null) return [];
      const holds = reference.conditions.includes(condition);
      const probability = result.differential.find((row) => row.condition === condition)?.probability ?? 0;
      const isOther = reference.conditions.length === 1 && reference.conditions[0] === 'other';
      const first = ranked(result)[0] ?? '';
      const proven = reference.conditions.filter((each) => each !== 'other').length;
      const misses = holds ? proven - (positive ? 1 : 0) : proven + (positive ? 1 : 0);
      const ofAll = { instrument: misses / conditions.length, differential: brierOf(each) };
      return [{ positive, holds, probability, isOther, ofAll, isFirstRight: reference.conditions.includes(first) }];
    });
    const count = (hold: (each: (typeof verdicts)[number]) => boolean) => verdicts.filter(hold).length;
    const mean = (of: (each: (typeof verdicts)[number]) => number) =>
      verdicts.length === 0 ? 0 : verdicts.reduce((sum, each) => sum + of(each), 0) / verdicts.length;
    const right = count((each) => each.positive === each.holds);
    return {
      id: instrument,
      condition,
      decided: verdicts.length,
      right,
      wrong: verdicts.length - right,
      brier: mean((each) => (each.positive === each.holds ? 0 : 1)),
      differentialRight: count((each) => each.probability >= 0.5 === each.holds),
      differentialBrier: mean((each) => (each.probability - (each.holds ? 1 : 0)) ** 2),
      brierOfAll: mean((each) => each.ofAll.instrument),
      differentialBrierOfAll: mean((each) => each.ofAll.differential),
      top1: count((each) => !each.isOther && each.positive && each.holds),
      differentialTop1: count((each) => !each.isOther && each.isFirstRight),
      ofFourteen: count((each) => !each.isOther),
    };
  });
}
