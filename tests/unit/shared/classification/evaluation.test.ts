import { describe, expect, test } from 'vitest';
import { layOut, runCore } from '../../../../shared/classification/case-memory.ts';
import { classify } from '../../../../shared/classification/classify.ts';
import { concluded } from '../../../../shared/classification/conclusion.ts';
import { weighCase } from '../../../../shared/classification/differential.ts';
import { calibrationOf } from '../../../../shared/classification/evaluation/calibration.ts';
import { confusionOf } from '../../../../shared/classification/evaluation/confusion.ts';
import { instrumentsCompared } from '../../../../shared/classification/evaluation/instruments-compared.ts';
import { type EvaluatedCase, outcomeOf } from '../../../../shared/classification/evaluation/outcome.ts';
import { totalsOf } from '../../../../shared/classification/evaluation/totals.ts';
import { conditions } from '../../../../shared/evidence/conditions.ts';
import { probabilityOf } from '../../../../shared/evidence/micro-nats.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import type { CaseFacts } from '../../../../shared/findings/facts.ts';
import { cohort, seeded } from '../../../fixtures/classification/cohort.ts';
import { publishedCases } from './published-cases.ts';

const evaluated: readonly EvaluatedCase[] = publishedCases.flatMap(({ id, facts, reference }) =>
  reference === null ? [] : [{ id, facts, reference, result: classify(facts, undefined, id) }],
);
const totals = totalsOf(evaluated);

test('every published case has a reference and is scored once', () => {
  expect([evaluated.length, totals.right + totals.near + totals.wrong + totals.missed]).toEqual([132, 132]);
  expect(confusionOf(evaluated).reduce((sum, row) => sum + row.cases, 0)).toBe(132);
});

describe('on the published cases', () => {
  // The bars are those the product is held to; a naive odds-times-ratios program without competition reaches the figures beside them.
  test.each<[string, number, number, number]>([
    ['right', totals.right / totals.cases, 0.64, 0.53],
    ['decided', totals.decided / totals.ofFourteen, 0.56, 0.42],
    ['right of the decided', totals.decidedRight / totals.decided, 0.93, 0.88],
    ['top-1', totals.top1 / totals.ofFourteen, 0.78, 0.69],
    ['top-3', totals.top3 / totals.ofFourteen, 0.93, 0.89],
  ])('%s', (_, figure, bar, naive) => {
    expect(figure).toBeGreaterThanOrEqual(bar);
    expect(figure).toBeGreaterThan(naive);
  });

  test('wrong under 4 %, Brier under that of the naive program', () => {
    expect(totals.wrong / totals.cases).toBeLessThan(0.04);
    expect(totals.brier).toBeLessThan(0.0301);
  });

  test('every referenced red flag is found, false emergencies under 2 %', () => {
    expect(totals.flagsMissed).toBe(0);
    expect(totals.flagsFound).toBeGreaterThan(80);
    expect(totals.falseEmergencies / totals.cases).toBeLessThan(0.02);
  });

  test('names the right condition first as often as any single instrument, and with a lower Brier score, where the instrument decides', () => {
    const decided = instrumentsCompared(evaluated).filter((each) => each.decided > 0);
    expect(decided.length).toBeGreaterThan(6);
    for (const each of decided) expect([each.id, each.differentialTop1 >= each.top1]).toEqual([each.id, true]);
    for (const each of decided) expect([each.id, each.differentialBrierOfAll < each.brierOfAll]).toEqual([each.id, true]);
    // A verdict without a published ratio counts as certain: about its one condition nothing can then be better where it is right.
    for (const each of decided.filter(({ hasRatio }) => hasRatio))
      expect([each.id, each.differentialBrier < each.brier]).toEqual([each.id, true]);
  });

  test('an instrument by itself: pre-test chance times its published ratio, certain where none is published', () => {
    const [first] = evaluated;
    if (first === undefined) throw new Error('No case');
    const facts: CaseFacts = { setting: 'vascular-clinic', patient: {}, findings: { 'abi.left': 0.6 } };
    const one = {
      id: 'one',
      facts,
      reference: { conditions: ['vascular-claudication'], redFlags: [], basis: null },
      result: classify(facts),
    };
    const abi = instrumentsCompared([one as EvaluatedCase]).find((each) => each.id === 'abi-left');
    const before = rules.tables.pretest.find(
      (row) => row.condition === 'vascular-claudication' && row.setting === 'vascular-clinic',
    )?.value;
    const odds = ((before ?? 0) / (1 - (before ?? 0))) * 4.18;
    expect(abi?.brier).toBeCloseTo((1 / (1 + odds)) ** 2, 5);
    const certain = {
      ...rules,
      tables: {
        ...rules.tables,
        instrumentConditions: rules.tables.instrumentConditions.map((row) => ({ ...row, ratios: [], accuracy: null })),
      },
    };
    expect(instrumentsCompared([one as EvaluatedCase], certain).find((each) => each.id === 'abi-left')?.brier).toBe(0);
  });
});

describe('the thresholds of what is clear are not fitted to single cases', () => {
  /** The same figures with the thresholds moved a little either way. */
  test.each([
    ['probability', { probability: 0.4 }],
    ['probability', { probability: 0.5 }],
    ['ahead', { ahead: 1.5 }],
    ['ahead', { ahead: 3 }],
    ['explains', { explains: 0.35 }],
    ['explains', { explains: 0.45 }],
  ])('%s moved', (_, change) => {
    const moved = { ...rules, parameters: { ...rules.parameters, clear: { ...rules.parameters.clear, ...change } } };
    const outcomes = publishedCases.map(({ facts, reference }) => {
      const found = concluded(weighCase(facts, runCore(layOut(facts, rules), rules), rules), moved).map((index) => conditions[index] ?? '');
      return { isRight: found[0] === undefined ? null : (reference?.conditions.includes(found[0]) ?? false) };
    });
    const decided = outcomes.filter((outcome) => outcome.isRight !== null);
    expect(decided.filter((outcome) => outcome.isRight).length / decided.length).toBeGreaterThan(0.85);
    expect(decided.length / publishedCases.length).toBeGreaterThan(0.3);
  });

  test('over 500 bootstrap samples of the cases, 19 in 20 keep the decided right and the wrong few', () => {
    const random = seeded(20260124);
    const outcomes = evaluated.map(outcomeOf);
    const shares = Array.from({ length: 500 }, () => {
      const sample = outcomes.map(() => outcomes[Math.floor(random() * outcomes.length)]);
      const decided = sample.filter((outcome) => outcome?.isDecided);
      return {
        right: decided.filter((outcome) => outcome?.kind === 'right').length / decided.length,
        wrong: (decided.length - decided.filter((outcome) => outcome?.kind === 'right').length) / sample.length,
      };
    });
    const worst = (values: readonly number[], place: number) => [...values].sort((a, b) => a - b)[Math.floor(place * values.length)] ?? 0;
    expect(
      worst(
        shares.map((share) => share.right),
        0.05,
      ),
    ).toBeGreaterThan(0.85);
    expect(
      worst(
        shares.map((share) => share.wrong),
        0.95,
      ),
    ).toBeLessThan(0.07);
  });
});

describe('on a simulated cohort whose findings come together, with much unknown', () => {
  test.each([
    [0.3, 0.5],
    [0.5, 0.6],
    [0.5, 0.3],
  ])('correlation %d, %d of the findings unknown: called nine in ten, right about nine times in ten', (correlation, unknown) => {
    const called = cohort({ seed: 41, patients: 2500, correlation, unknown }).flatMap(({ facts, reference }) =>
      weighCase(facts, runCore(layOut(facts, rules), rules), rules).logOdds.map((logOdds, index) => ({
        probability: probabilityOf(logOdds),
        holds: reference.conditions.includes(conditions[index] ?? ''),
      })),
    );
    const found = (from: number, to: number) => {
      const within = called.filter((each) => each.probability >= from && each.probability < to);
      return { count: within.length, share: within.filter((each) => each.holds).length / within.length };
    };
    const high = found(0.85, 0.95);
    expect(high.count).toBeGreaterThan(100);
    expect(high.share).toBeGreaterThan(0.8);
    expect(high.share).toBeLessThan(0.97);
    expect(found(0.95, 1).share).toBeGreaterThan(0.92);
    expect(found(0, 0.05).share).toBeLessThan(0.03);
  });
});

describe('on a simulated cohort where core features are found without their condition too', () => {
  test.each([
    [0.3, 0.5],
    [0.5, 0.6],
  ])('correlation %d, %d of the findings unknown: what it calls is what is found, over the whole scale', (correlation, unknown) => {
    const called = cohort({ seed: 5, patients: 2500, correlation, unknown, coreElsewhere: 0.15 }).flatMap(({ facts, reference }) =>
      weighCase(facts, runCore(layOut(facts, rules), rules), rules).logOdds.map((logOdds, index) => ({
        probability: probabilityOf(logOdds),
        holds: reference.conditions.includes(conditions[index] ?? ''),
      })),
    );
    for (const [from, to] of [
      [0.05, 0.2],
      [0.2, 0.4],
      [0.4, 0.6],
      [0.6, 0.85],
      [0.85, 0.95],
    ] as const) {
      const within = called.filter(({ probability }) => probability >= from && probability < to);
      const mean = within.reduce((sum, each) => sum + each.probability, 0) / within.length;
      const found = within.filter(({ holds }) => holds).length / within.length;
      expect(within.length).toBeGreaterThan(100);
      expect([from, Math.abs(found - mean) < 0.08]).toEqual([from, true]);
    }
  });
});

test('calibration bands hold every probability once', () => {
  const bands = calibrationOf(evaluated);
  expect(bands.reduce((sum, band) => sum + band.count, 0)).toBe(132 * 14);
  for (const band of bands) expect(band.called >= band.from && band.called <= band.to).toBe(true);
});
