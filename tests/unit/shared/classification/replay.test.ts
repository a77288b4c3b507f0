import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import { releasedRules, rulesOfVersion } from '../../../../shared/evidence/released-rules.ts';

const folder = resolve(import.meta.dirname, '../../../fixtures/classification/replay');
const kept = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

test('every released version has kept results (else: npm run replay-fixture)', () => {
  expect(kept.map((name) => name.replace(/\.jsonl$/u, '')).sort()).toEqual(releasedRules.map((rules) => rules.version).sort());
});

describe.each(kept)('%s', (name) => {
  const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');

  test('gives the kept results again, bit for bit', () => {
    const rules = rulesOfVersion(name.replace(/\.jsonl$/u, ''));
    if (rules === null) throw new Error('This version is not held');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const { facts, result } = JSON.parse(line);
      expect(JSON.stringify(classify(facts, rules, result.caseId))).toBe(JSON.stringify(result));
    }
  });
});
