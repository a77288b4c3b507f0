import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import { replay } from '../../../../shared/classification/replay.ts';
import { parameters } from '../../../../shared/evidence/parameters.ts';
import { releasedRules } from '../../../../shared/evidence/released-rules.ts';
import { createRules, rules } from '../../../../shared/evidence/rules.ts';
import { tables } from '../../../../shared/evidence/tables.ts';
import { catalogue } from '../../../../shared/findings/catalogue.ts';

const folder = resolve(import.meta.dirname, '../../../fixtures/classification/replay');
const kept = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

test('every released version has kept results (else: npm run replay-fixture)', () => {
  expect(kept.map((name) => name.replace(/\.jsonl$/u, '')).sort()).toEqual(releasedRules.map((rules) => rules.version).sort());
});

describe.each(kept)('%s', (name) => {
  const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');

  test('gives the kept results again, bit for bit', () => {
    const version = name.replace(/\.jsonl$/u, '');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const { facts, result } = JSON.parse(line);
      expect(JSON.stringify(replay(facts, version, result.caseId))).toBe(JSON.stringify(result));
    }
  });
});

describe('a version among several', () => {
  const facts = { setting: 'spine-clinic', patient: { ageYears: 70 }, findings: { 'provoke.walking': true } } as const;
  const older = createRules(tables, catalogue, { ...parameters, shareBeyond: 1 }, { version: '0.9.0+00000000', methodVersion: 1 });

  test('is replayed under its own rules, and says so', () => {
    const kept = replay(facts, '0.9.0+00000000', null, () => older);
    expect(kept).toEqual(classify(facts, older));
    expect(kept?.rulesVersion).toBe('0.9.0+00000000');
    expect(replay(facts, rules.version)).toEqual(classify(facts));
  });

  test('is not replayed where its rules or its method are not held', () => {
    expect(replay(facts, '9.0.0+00000000')).toBeNull();
    expect(replay(facts, '9.0.0+00000000', null, () => ({ ...older, methodVersion: 99 }))).toBeNull();
  });
});
