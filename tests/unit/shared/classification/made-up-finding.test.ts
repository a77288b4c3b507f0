import { expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import { checkTables } from '../../../../shared/evidence/check.ts';
import { microLog } from '../../../../shared/evidence/micro-nats.ts';
import { createRules, rules } from '../../../../shared/evidence/rules.ts';
import { tables } from '../../../../shared/evidence/tables.ts';
import { readCase } from '../../../../shared/findings/case-file.ts';
import { catalogue, createCatalogue } from '../../../../shared/findings/catalogue.ts';
import type { Finding } from '../../../../shared/findings/finding.ts';

const made: Finding = {
  id: 'symptom.made-up',
  section: 'symptom',
  type: 'boolean',
  label: 'Made up',
  definition: 'A finding that a test has made up',
  cost: { class: 'question', minutes: 0.25 },
};
const wider = createCatalogue([...catalogue.findings, made]);
const pattern = tables.ratios[0];
if (pattern === undefined) throw new Error('no ratios');
const row = {
  ...pattern,
  id: 'hip-osteoarthritis/symptom.made-up/test',
  condition: 'hip-osteoarthritis' as const,
  when: made.id,
  lrPositive: 5,
  lrPositiveCi: null,
  lrNegative: 0.5,
  lrNegativeCi: null,
  cap: 12,
  group: null,
};
const widerTables = { ...tables, ratios: [...tables.ratios, row] };
const widerRules = createRules(widerTables, wider);

test('a finding more and a row for it: validated, read, weighed and asked for', () => {
  expect(checkTables(widerTables, wider)).toEqual([]);
  expect(checkTables(widerTables, catalogue).map((fault) => fault.what)).toEqual(['no such finding: symptom.made-up']);
  const file = { format: 'leg-symptom-case/1', id: 'made-up', setting: 'primary-care', findings: { 'symptom.made-up': true } };
  const reading = readCase(file, wider);
  expect(reading.ok).toBe(true);
  expect(readCase(file).ok).toBe(false);
  if (!reading.ok) return;
  const hip = classify(reading.case.facts, widerRules).differential.find((each) => each.condition === 'hip-osteoarthritis');
  expect(hip?.contributions.find((line) => line.finding === made.id)?.logLikelihoodRatio).toBe(microLog(5));
  const open = classify({ setting: 'primary-care', patient: {}, findings: { 'site.groin': true } }, widerRules);
  expect(open.differential.find((each) => each.condition === 'hip-osteoarthritis')?.unknown).toContain(made.id);
  expect(widerRules.version).not.toBe(rules.version);
});

test('rules over tables that name what no catalogue holds are refused at once', () => {
  expect(() => createRules(widerTables, catalogue)).toThrow('No such fact: symptom.made-up');
});
