import { expect, test } from 'vitest';
import { catalogue, createCatalogue } from '../../../../shared/findings/catalogue.ts';
import type { Finding } from '../../../../shared/findings/finding.ts';
import { outcomeSchema, outcomes } from '../../../../shared/outcomes/outcome.ts';
import { createSeries, series } from '../../../../shared/outcomes/series.ts';
import { walkingTestFindings } from '../../../../shared/outcomes/walking-test.ts';

const made: Finding = {
  id: 'walk.stairs',
  section: 'walk',
  type: 'integer',
  label: 'Stairs climbed',
  definition: 'Stairs climbed until forced to stop',
  unit: null,
  possible: [0, 500],
  usual: [5, 200],
  decimals: 0,
  units: [],
  cost: { class: 'bedside-test', minutes: 5 },
};

test('every row of the outcomes table has the shape that is read', () => {
  for (const outcome of outcomes) expect(outcomeSchema.safeParse(outcome).error?.issues ?? []).toEqual([]);
  expect(outcomes.length).toBe(8);
});

test('every outcome measure of the table is followed', () => {
  expect(outcomes.map((outcome) => outcome.finding).filter((id) => !series.some((each) => each.finding === id))).toEqual([]);
});

test('what the table says is better agrees with what the chart calls better', () => {
  for (const outcome of outcomes) expect(series.find((each) => each.finding === outcome.finding)?.better).toBe(outcome.better);
});

test('a measure has an important difference only where one is published', () => {
  const important = new Map(series.map((each) => [each.finding, each.important?.value ?? null]));
  expect(important.get('symptom.leg-pain-nrs')).toBe(2);
  expect(important.get('outcome.odi-percent')).toBe(10);
  expect(important.get('walk.total-m')).toBeNull();
  expect(important.get('outcome.zcq-satisfaction')).toBeNull();
});

test('a finding made up is followed as any other, and one that is no number is refused', () => {
  const wider = createCatalogue([...catalogue.findings, made]);
  const [own] = createSeries([{ finding: 'walk.stairs', kind: 'function', better: 'higher', name: 'Stairs' }], outcomes, wider);
  expect(own).toMatchObject({ definition: made, important: null, range: [0, null] });
  expect(() => createSeries([{ finding: 'walk.protocol', kind: 'function', better: 'higher', name: 'Protocol' }])).toThrow('walk.protocol');
});

test('the walking test measures numbers of the catalogue', () => {
  for (const id of Object.values(walkingTestFindings)) expect(catalogue.byId.get(id)?.type).toBe('number');
});
