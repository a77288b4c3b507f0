import { conditions } from '../../evidence/conditions.ts';
import { type MicroNats, microLog, probabilityOf } from '../../evidence/micro-nats.ts';
import { rules as ours, type Rules } from '../../evidence/rules.ts';
import type { InstrumentConditionRow } from '../../evidence/schema.ts';
import type { CaseFacts } from '../../findings/facts.ts';
import { pretest } from '../own-odds.ts';
import { type EvaluatedCase, ranked } from './outcome.ts';
import { brierOf } from './totals.ts';

/**
 * An instrument beside the differential, on the cases that the instrument decides (positive or negative).
 *
 * What an instrument by itself makes of a patient, to be fair to it: for its own condition the pre-test chance in that setting times its
 * own published ratio for that verdict (of its row, else of its published sensitivity and specificity), or 1 or 0 where the tables have none; for the other thirteen their pre-test chances.
 */
export interface InstrumentCompared {
  readonly id: string;
  readonly condition: string;
  /** Whether the tables have its published ratio. */
  readonly hasRatio: boolean;
  readonly decided: number;
  /** Positive where the reference holds the condition, or negative where it does not. */
  readonly right: number;
  readonly wrong: number;
  /** About its one condition: the instrument's Brier score, and the differential's on the same cases. */
  readonly brier: number;
  readonly differentialBrier: number;
  /** How often the differential is on the right side of even for that condition. */
  readonly differentialRight: number;
  /** The same over all fourteen conditions. */
  readonly brierOfAll: number;
  readonly differentialBrierOfAll: number;
  /** Cases of the fourteen in which the condition first named is right: by the instrument's probabilities, and by the differential. */
  readonly top1: number;
  readonly differentialTop1: number;
  readonly ofFourteen: number;
}

/** The instrument's own ratio for its verdict, in millionths of a nat; undefined where the tables have none. */
function ownRatio(row: InstrumentConditionRow, positive: boolean, rules: Rules): MicroNats | undefined {
  if (row.accuracy !== null) {
    const measures = rules.tables.instruments.find((each) => each.id === row.instrument)?.accuracy ?? [];
    const figureOf = (name: string) => Number(measures.find(({ measure }) => measure === name)?.value);
    const [sensitivity, specificity] = [figureOf(row.accuracy.sensitivity), figureOf(row.accuracy.specificity)];
    return microLog(positive ? sensitivity / (1 - specificity) : (1 - sensitivity) / specificity);
  }
  const sides = rules.conditions.find((each) => each.condition === row.condition)?.weights ?? [];
  return sides
    .filter((weight) => row.ratios.includes(weight.row.id))
    .flatMap((weight) => (positive ? weight.positive : weight.negative) ?? [])[0]?.value;
}

/** The probabilities of the fourteen, by the conditions' order, that an instrument's verdict alone gives. */
function byInstrument(row: InstrumentConditionRow, positive: boolean, facts: CaseFacts, rules: Rules): readonly number[] {
  const ratio = ownRatio(row, positive, rules);
  return rules.conditions.map((each) => {
    const before = pretest(each, facts.setting, facts.priors?.[each.condition]);
    if (each.condition !== row.condition) return probabilityOf(before);
    if (ratio === undefined) return positive ? 1 : 0;
    return probabilityOf(before + ratio);
  });
}

function firstOf(probabilities: readonly number[]): string {
  return conditions[probabilities.indexOf(Math.max(...probabilities))] ?? '';
}

/** Sets every instrument beside the differential. */
export function instrumentsCompared(cases: readonly EvaluatedCase[], rules: Rules = ours): readonly InstrumentCompared[] {
  return rules.tables.instrumentConditions.map((row) => {
    const verdicts = cases.flatMap((each) => {
      const { facts, reference, result } = each;
      const positive = result.instruments.find((scored) => scored.id === row.instrument)?.positive ?? null;
      if (positive === null) return [];
      const holds = (condition: string) => reference.conditions.some((proven) => proven === condition);
      const alone = byInstrument(row, positive, facts, rules);
      const misses = alone.map((probability, index) => (probability - (holds(conditions[index] ?? '') ? 1 : 0)) ** 2);
      const probability = result.differential.find((line) => line.condition === row.condition)?.probability ?? 0;
      return [
        {
          isRight: positive === holds(row.condition),
          isOther: reference.conditions.length === 1 && holds('other'),
          oursIsRight: probability >= 0.5 === holds(row.condition),
          brier: misses[conditions.indexOf(row.condition)] ?? 0,
          ourBrier: (probability - (holds(row.condition) ? 1 : 0)) ** 2,
          brierOfAll: misses.reduce((sum, miss) => sum + miss, 0) / misses.length,
          ourBrierOfAll: brierOf(each),
          firstIsRight: holds(firstOf(alone)),
          ourFirstIsRight: holds(ranked(result)[0] ?? ''),
        },
      ];
    });
    const count = (hold: (each: (typeof verdicts)[number]) => boolean) => verdicts.filter(hold).length;
    const mean = (of: (each: (typeof verdicts)[number]) => number) =>
      verdicts.length === 0 ? 0 : verdicts.reduce((sum, each) => sum + of(each), 0) / verdicts.length;
    const right = count((each) => each.isRight);
    return {
      id: row.instrument,
      condition: row.condition,
      hasRatio: row.ratios.length > 0 || row.accuracy !== null,
      decided: verdicts.length,
      right,
      wrong: verdicts.length - right,
      brier: mean((each) => each.brier),
      differentialBrier: mean((each) => each.ourBrier),
      differentialRight: count((each) => each.oursIsRight),
      brierOfAll: mean((each) => each.brierOfAll),
      differentialBrierOfAll: mean((each) => each.ourBrierOfAll),
      top1: count((each) => !each.isOther && each.firstIsRight),
      differentialTop1: count((each) => !each.isOther && each.ourFirstIsRight),
      ofFourteen: count((each) => !each.isOther),
    };
  });
}
