import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, runCore } from '../../../../shared/classification/case-memory.ts';
import { classify } from '../../../../shared/classification/classify.ts';
import { differential, weighCase } from '../../../../shared/classification/differential.ts';
import { type Contribution, resultSchema } from '../../../../shared/classification/result.ts';
import { conditions } from '../../../../shared/evidence/conditions.ts';
import { microLogit, probabilityOf } from '../../../../shared/evidence/micro-nats.ts';
import { createRules, type Rules, rules } from '../../../../shared/evidence/rules.ts';
import { tables } from '../../../../shared/evidence/tables.ts';
import { present, unknown } from '../../../../shared/evidence/three-valued.ts';
import { type CaseFacts, settings } from '../../../../shared/findings/facts.ts';
import { fullCase, someCase } from './arbitrary-case.ts';
import { publishedCases } from './published-cases.ts';

const runs = { numRuns: 60 };
const rowsOf = (facts: CaseFacts) => classify(facts).differential.filter((row) => row.condition !== 'other');
const sum = (lines: readonly Contribution[]) => lines.reduce((total, line) => total + line.logLikelihoodRatio, 0);

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

  // Few and many known facts by turns: the core goes another way with many, and uses its memory again.
  test('the fast core and the explained differential are equal', () => {
    fc.assert(
      fc.property(fc.oneof(someCase, fullCase), (facts) => {
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

describe('a finding that favours a condition, turned from unknown to present, never lowers its own log-odds', () => {
  /** Findings of boolean rows that favour their condition when present, and that none of its rows reads the other way. */
  const favouring = rules.conditions.flatMap(({ weights, index }) =>
    weights.flatMap((weight) => {
      const id = rules.program.slotNames[weight.reads[0] ?? -1] ?? '';
      const isPlain = weight.row.when === id && rules.catalogue.byId.get(id)?.type === 'boolean';
      // A mixed message of the evidence itself: another row of the same condition speaks against it when this finding is present.
      const isMixed = weights.some((other) => rules.program.baseFacts(other.row.when).includes(id) && (other.positive?.value ?? 0) < 0);
      return isPlain && !isMixed && (weight.positive?.value ?? 0) > 0 ? [{ index, id }] : [];
    }),
  );
  const nothingWaits = createRules({ ...tables, core: tables.core.map((row) => ({ ...row, withholdsGroupsUntilPresent: [] })) });
  const own = (facts: CaseFacts, { index, id }: (typeof favouring)[number], value: boolean | null, of: Rules) => {
    const changed = { ...facts, findings: { ...facts.findings, [id]: value } };
    const found = weighCase(changed, runCore(layOut(changed, of), of), of).owns[index];
    if (found === undefined) throw new Error(id);
    return found;
  };
  const trials = fc.tuple(someCase, fc.constantFrom(...favouring));

  test('through its own rows, whatever it is and whatever else is known', () => {
    expect(favouring.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(trials, ([facts, of]) => {
        expect(own(facts, of, true, nothingWaits).total).toBeGreaterThanOrEqual(own(facts, of, null, nothingWaits).total);
      }),
      { numRuns: 1500 },
    );
  });

  // The tables make evidence wait for the core feature, for and against alike: what then speaks against the condition is not this finding.
  test('with what waits for the core feature, unless it is the core feature and something was waiting', () => {
    let released = 0;
    fc.assert(
      fc.property(trials, ([facts, of]) => {
        const [before, after] = [own(facts, of, null, rules), own(facts, of, true, rules)];
        if (before.coreState === unknown && after.coreState === present) {
          released += 1;
          const waiting = after.weighing.given.filter((given, place) => given !== null && after.rules.weights[place]?.withheld);
          if (waiting.length > 0) return;
        }
        expect(after.total).toBeGreaterThanOrEqual(before.total);
      }),
      { numRuns: 1500 },
    );
    expect(released).toBeGreaterThan(10);
  });
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
