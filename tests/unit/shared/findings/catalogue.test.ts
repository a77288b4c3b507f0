import { describe, expect, test } from 'vitest';
import { catalogue, createCatalogue } from '../../../../shared/findings/catalogue.ts';

describe('our catalogue', () => {
  test('holds every finding of the exchange format once, in the order of the form', () => {
    expect(catalogue.findings).toHaveLength(288);
    expect(catalogue.byId.size).toBe(288);
    const order = catalogue.findings.map((finding) => finding.section).filter((section, index, all) => section !== all[index - 1]);
    expect(order).toEqual(catalogue.sections.map((section) => section.id));
  });

  test.each(catalogue.findings.map((finding) => [finding.id, finding] as const))('%s is whole', (_, finding) => {
    expect(finding.label.length).toBeGreaterThan(0);
    expect(finding.label.length).toBeLessThanOrEqual(64);
    expect(finding.definition.length).toBeGreaterThan(0);
    expect(finding.cost.minutes).toBeGreaterThan(0);
    if (finding.type === 'number' || finding.type === 'integer') {
      const [low, high] = finding.possible;
      const [usualLow, usualHigh] = finding.usual;
      expect(low).toBeLessThan(high);
      expect(usualLow).toBeGreaterThanOrEqual(low);
      expect(usualHigh).toBeLessThanOrEqual(high);
      expect(finding.decimals).toBeGreaterThanOrEqual(0);
      for (const unit of finding.units) expect(unit.factor).toBeGreaterThan(0);
      const units = [finding.unit, ...finding.units.map((unit) => unit.unit)];
      expect(new Set(units).size).toBe(units.length);
    }
    if (finding.type === 'choice' || finding.type === 'multi') expect(Object.keys(finding.options).length).toBeGreaterThan(1);
  });
});

test('two entries of one id, or an entry of no section, are refused', () => {
  const [first] = catalogue.findings;
  if (first === undefined) throw new Error('The catalogue is empty');
  expect(() => createCatalogue([first, first])).toThrow(/Two findings/);
  expect(() => createCatalogue([{ ...first, section: 'nowhere' }])).toThrow(/unknown section/);
});
