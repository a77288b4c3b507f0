import { expect, test } from 'vitest';
import { parameters } from '../../../../shared/evidence/parameters.ts';
import { releasedRules, rulesOfVersion } from '../../../../shared/evidence/released-rules.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import { rulesVersionOf } from '../../../../shared/evidence/rules-version.ts';
import { tables } from '../../../../shared/evidence/tables.ts';
import version from '../../../../shared/evidence/version.json' with { type: 'json' };
import { catalogueVersion } from '../../../../shared/findings/catalogue.ts';

const content = { tables, parameters, catalogueVersion, methodVersion: version.methodVersion };

test('the version written down is that of the tables, parameters, catalogue and method (else: npm run rules-version)', () => {
  expect(version.rulesVersion).toBe(rulesVersionOf(version.version, content));
  expect(version.rulesVersion).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
});

test('a change of any part cannot go unnoticed', () => {
  const changed = [
    { ...content, catalogueVersion: catalogueVersion + 1 },
    { ...content, methodVersion: version.methodVersion + 1 },
    { ...content, parameters: { ...parameters, shareBeyond: 0.6 } },
    { ...content, tables: { ...tables, ratios: tables.ratios.slice(1) } },
  ].map((each) => rulesVersionOf(version.version, each));
  expect(new Set([version.rulesVersion, ...changed]).size).toBe(5);
});

test('a released version is found by its name, another is not', () => {
  expect(rulesOfVersion(rules.version)).toBe(rules);
  expect(releasedRules.at(-1)).toBe(rules);
  expect(rulesOfVersion('9.9.9+00000000')).toBeNull();
});
