import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import { modelCard } from '../../../../shared/classification/evaluation/model-card.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import { createWords } from '../../../../shared/messages/words.ts';
import { publishedCases } from './published-cases.ts';

const written = readFileSync(resolve(import.meta.dirname, '../../../../shared/classification/model-card.md'), 'utf8');

test('the model card is that of these rules and cases (else: npm run model-card)', () => {
  const cases = publishedCases.flatMap(({ id, facts, reference }) =>
    reference === null ? [] : [{ id, facts, reference, result: classify(facts) }],
  );
  expect(written).toBe(modelCard(cases, createWords().sayOf));
});

test('it says what it must', () => {
  for (const title of ['Intended use', 'Users', 'What it is not', 'Evidence base', 'Known limits', 'Version'])
    expect(written).toContain(`## ${title}`);
  expect(written).toContain(rules.version);
  expect(written).not.toMatch(/model-card\.|evaluate\.|undefined|NaN|\{/u);
});
