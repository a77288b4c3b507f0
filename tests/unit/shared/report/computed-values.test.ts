import { expect, test } from 'vitest';
import { layOut, runAll } from '../../../../shared/classification/case-memory.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import type { CaseFacts } from '../../../../shared/findings/facts.ts';
import { computedValues } from '../../../../shared/report/computed-values.ts';
import { derivedValues } from '../../../../shared/report/derived-values.ts';
import { publishedCases } from '../classification/published-cases.ts';

const facts: CaseFacts = {
  setting: 'vascular-clinic',
  patient: { ageYears: 70, sex: 'male' },
  findings: {
    'pressure.brachial-left': 140,
    'pressure.brachial-right': 150,
    'pressure.dorsalis-pedis-left': 90,
    'pressure.posterior-tibial-left': 105,
    'lab.creatinine': 150,
    'abi.left': 0.9,
  },
};
const shown = (section: string) => new Map(computedValues(section, facts, rules).map(({ id, value }) => [id, Number(value.toFixed(2))]));

test('a section shows what follows from its own numbers: the usual index and the lower-ankle variant', () => {
  const vascular = shown('vascular');
  expect([vascular.get('derived.abi-left'), vascular.get('derived.abi-lower-ankle-left')]).toEqual([0.7, 0.6]);
  expect(vascular.has('derived.abi-right')).toBe(false);
  expect([...vascular.keys()].filter((id) => id.includes('difference'))).toEqual([]);
  expect([...shown('lab').keys()]).toEqual(['derived.egfr']);
});

test('where nothing is entered, nothing is shown', () => {
  for (const { id } of rules.catalogue.sections) expect(computedValues(id, { ...facts, findings: {} }, rules)).toEqual([]);
});

test('the shown numbers are the ones that are weighed', () => {
  for (const { id, facts: ofCase } of publishedCases) {
    const memory = runAll(layOut(ofCase, rules), rules);
    const values = derivedValues(ofCase, rules);
    for (const row of rules.tables.derived) {
      const slot = rules.program.slots.get(row.id);
      if (slot !== undefined && row.kind === 'formula') expect([id, row.id, values.get(row.id)]).toEqual([id, row.id, memory.values[slot]]);
    }
  }
});
