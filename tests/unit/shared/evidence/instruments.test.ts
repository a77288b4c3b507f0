import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, runAll } from '../../../../shared/classification/case-memory.ts';
import { instruments } from '../../../../shared/classification/instruments.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import type { InstrumentRow } from '../../../../shared/evidence/schema.ts';
import { tables } from '../../../../shared/evidence/tables.ts';
import type { AnyFindingFacts, CaseFacts, RecordFacts } from '../../../../shared/findings/facts.ts';
import { flat, someCase } from '../classification/arbitrary-case.ts';
import { type Facts, factNamed, truthOf } from './naive-truth.ts';

function score(id: string, facts: CaseFacts) {
  return instruments(runAll(layOut(facts, rules), rules), rules).find((result) => result.id === id);
}

/** The facts of a worked example, sorted into findings, demographics and record. */
function caseOf(facts: Readonly<Record<string, unknown>>): CaseFacts {
  const entries = Object.entries(facts);
  const own = (prefix: string) => Object.fromEntries(entries.filter(([id]) => id.startsWith(prefix)));
  const age = facts['patient.ageYears'];
  return {
    setting: 'primary-care',
    patient: typeof age === 'number' ? { ageYears: age } : {},
    findings: Object.fromEntries(entries.filter(([id]) => !/^(?:patient|record)\./u.test(id))) as AnyFindingFacts,
    record: own('record.') as RecordFacts,
  };
}

describe('worked examples of the tables', () => {
  const examples = tables.instruments.flatMap((row) =>
    row.examples.map((example, place) => [`${row.id} ${place + 1}`, row.id, example] as const),
  );
  test.each(examples)('%s', (_, id, example) => {
    const { score: points, possible, positive } = score(id, caseOf(example.facts)) ?? {};
    expect({ score: points, possible, positive }).toEqual({ score: example.score, possible: example.possible, positive: example.positive });
  });
});

/** The points that an item could give, by plain enumeration: what is known, or everything that it could be. */
function possiblePoints(item: InstrumentRow['items'][number], facts: Facts): readonly number[] {
  const list = (points: number | readonly [number, number] | undefined) =>
    points === undefined ? [0] : typeof points === 'number' ? [points] : [...points];
  const truth = truthOf(item.when, facts);
  if (item.bands === undefined) {
    if (truth === undefined) return [0, ...list(item.points)];
    return truth ? list(item.points) : [0];
  }
  const value = factNamed(item.of ?? '', facts);
  if (typeof value !== 'number') return [0, ...item.bands.flatMap((band) => list(band.points))];
  return list(item.bands.find((band) => band.under === undefined || value < band.under)?.points);
}

/** Every total that the items can still reach: a second, naive implementation. */
function naiveRange(row: InstrumentRow, facts: Facts): readonly [number, number] {
  const groups = new Map<string, InstrumentRow['items']>();
  row.items.forEach((item, place) => {
    const key = item.group ?? `alone ${place}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  });
  let totals = new Set([0]);
  for (const items of groups.values()) {
    const held = items.find((item) => item.group !== undefined && truthOf(item.when, facts) === true);
    const open = items.filter((item) => truthOf(item.when, facts) !== false);
    let options: readonly number[];
    if (held !== undefined) options = [held.points as number];
    else if (items[0]?.group !== undefined) options = open.length === 0 ? [0] : open.map((item) => item.points as number);
    else options = items.flatMap((item) => possiblePoints(item, facts));
    totals = new Set([...totals].flatMap((total) => options.map((points) => total + points)));
  }
  return [Math.min(...totals), Math.max(...totals)];
}

function naiveVerdict(row: InstrumentRow, [low, high]: readonly [number, number], facts: Facts): boolean | null {
  if (row.positiveWhen !== null) return truthOf(row.positiveWhen, facts) ?? null;
  const { positiveAt } = row.threshold;
  if (positiveAt === null) return null;
  return low >= positiveAt ? true : high < positiveAt ? false : null;
}

test('a naive second implementation agrees on every instrument, with any partial data', () => {
  const scored = tables.instruments.filter((row) => row.kind !== 'index');
  fc.assert(
    fc.property(someCase, (facts) => {
      const results = instruments(runAll(layOut(facts, rules), rules), rules);
      for (const row of scored) {
        const result = results.find((each) => each.id === row.id);
        const range = naiveRange(row, flat(facts));
        expect([row.id, result?.possible, result?.positive]).toEqual([row.id, range, naiveVerdict(row, range, flat(facts))]);
      }
    }),
    { numRuns: 150 },
  );
});

test('an unknown item is named as missing, a known one is not', () => {
  const result = score('cook-5', caseOf({ 'symptom.side': 'both', 'patient.ageYears': 70, 'provoke.walking': true }));
  expect(result?.missing).toEqual(['symptom.leg-worse-than-back', 'relieve.sitting']);
});
