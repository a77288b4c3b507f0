import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import { differential } from '../../../../shared/classification/differential.ts';
import { type Contribution, type DifferentialRow, resultSchema } from '../../../../shared/classification/result.ts';
import { conditions } from '../../../../shared/evidence/conditions.ts';
import { microLogit, probabilityOf } from '../../../../shared/evidence/micro-nats.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import { type CaseFacts, settings } from '../../../../shared/findings/facts.ts';
import { someCase } from './arbitrary-case.ts';
import { publishedCases } from './published-cases.ts';

const runs = { numRuns: 60 };
const rowsOf = (facts: CaseFacts) => classify(facts).differential.filter((row) => row.condition !== 'other');
const sum = (lines: readonly Contribution[]) => lines.reduce((total, line) => total + line.logLikelihoodRatio, 0);
const beforeCompetition = (row: DifferentialRow) => sum(row.contributions.filter((line) => line.kind !== 'competition'));

describe('generated cases', () => {
  test('any case that validates gives a result that validates', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        const result = classify(facts);
        expect(resultSchema.parse(result)).toEqual(result);
      }),
      runs,
    );
  });

  test('the contributions of each condition add up to its log-odds exactly', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        for (const row of rowsOf(facts)) expect([row.condition, sum(row.contributions)]).toEqual([row.condition, row.logOdds]);
      }),
      runs,
    );
  });

  test('the fast core and the explained differential are equal', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        const explained = new Map(rowsOf(facts).map((row) => [row.condition, row.logOdds]));
        expect(differential(facts)).toEqual(conditions.map((condition) => explained.get(condition)));
      }),
      runs,
    );
  });

  test('the order of the findings does not matter', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        const turned = { ...facts, findings: Object.fromEntries(Object.entries(facts.findings).reverse()) };
        expect(classify(turned)).toEqual(classify(facts));
      }),
      runs,
    );
  });

  test('asked and not known weighs as never asked: nothing', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        const known = Object.fromEntries(Object.entries(facts.findings).filter(([, value]) => value !== null));
        expect(classify({ ...facts, findings: known })).toEqual(classify(facts));
      }),
      runs,
    );
  });

  test('probabilities stay inside 0 and 1, and their intervals hold them', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        for (const { probability, interval } of classify(facts).differential) {
          expect(probability).toBeGreaterThan(0);
          expect(probability).toBeLessThan(1);
          expect(interval[0]).toBeLessThanOrEqual(probability);
          expect(interval[1]).toBeGreaterThanOrEqual(probability);
        }
      }),
      runs,
    );
  });

  test('leaving a finding out changes another row only through its group, its core feature or competition', () => {
    fc.assert(
      fc.property(someCase, fc.nat(), (facts, pick) => {
        const ids = Object.keys(facts.findings);
        const left = ids[pick % Math.max(1, ids.length)];
        if (left === undefined) return;
        const { [left]: _, ...rest } = facts.findings as Record<string, boolean | null>;
        const before = new Map(rowsOf(facts).map((row) => [row.condition, row]));
        for (const row of rowsOf({ ...facts, findings: rest })) {
          const earlier = before.get(row.condition);
          if (earlier?.core !== row.core) continue;
          const isRow = (line: Contribution) => ['finding', 'composite', 'confirming'].includes(line.kind);
          const readsLeft = new Set(
            rules.tables.ratios
              .filter((each) => rules.program.baseFacts(each.when).includes(left) || each.mode === 'pair')
              .map((each) => each.id),
          );
          const others = (lines: readonly Contribution[]) => lines.filter((line) => isRow(line) && !readsLeft.has(line.rule));
          expect(others(row.contributions)).toEqual(others(earlier.contributions));
        }
      }),
      runs,
    );
  });
});

/** Rows that read one boolean finding, favour their condition when it is present, and stand outside `first` of their group. */
const favouring = rules.conditions.flatMap((condition) =>
  condition.weights.flatMap((weight) => {
    const id = rules.program.slotNames[weight.reads[0] ?? -1] ?? '';
    const isPlain = weight.row.when === id && rules.catalogue.byId.get(id)?.type === 'boolean';
    const inCore = rules.conditions.some((each) => each.core.reads.includes(weight.reads[0] ?? -1));
    return isPlain && !inCore && (weight.positive?.value ?? 0) > 0 ? [{ condition: condition.condition, id }] : [];
  }),
);

test('a finding that favours a condition, turned from unknown to present, never lowers its own log-odds', () => {
  expect(favouring.length).toBeGreaterThan(25);
  fc.assert(
    fc.property(someCase, fc.constantFrom(...favouring), (facts, { condition, id }) => {
      const ownOdds = (value: boolean | null) => {
        const row = rowsOf({ ...facts, findings: { ...facts.findings, [id]: value } }).find((each) => each.condition === condition);
        return row === undefined ? 0 : beforeCompetition(row);
      };
      // Another row of the same condition may read the finding the other way (a mixed message of the evidence itself).
      const against = rules.conditions
        .find((each) => each.condition === condition)
        ?.weights.some((weight) => rules.program.baseFacts(weight.row.when).includes(id) && (weight.positive?.value ?? 0) < 0);
      if (against === true) return;
      expect(ownOdds(true)).toBeGreaterThanOrEqual(ownOdds(null));
    }),
    { numRuns: 250 },
  );
});

test.each(settings)('nothing known in %s gives the pre-test chances and "undetermined"', (setting) => {
  const result = classify({ setting, patient: {}, findings: {} });
  expect(result.conclusion).toEqual({ kind: 'undetermined', conditions: [], urgency: 'none' });
  for (const row of result.differential.filter((each) => each.condition !== 'other')) {
    const chance = rules.tables.pretest.find((each) => each.condition === row.condition && each.setting === setting)?.value ?? 0;
    expect([row.condition, row.logOdds, row.probability]).toEqual([row.condition, microLogit(chance), probabilityOf(microLogit(chance))]);
  }
});

test('the fast core equals the explained differential on every published case', () => {
  for (const { facts } of publishedCases) {
    const explained = new Map(rowsOf(facts).map((row) => [row.condition, row.logOdds]));
    expect(differential(facts)).toEqual(conditions.map((condition) => explained.get(condition)));
  }
});
