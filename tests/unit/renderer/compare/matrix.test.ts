import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sayOpenWeight } from '../../../../renderer/compare/answer-words.ts';
import { knownRows, openRows, placedRows } from '../../../../renderer/compare/matrix.ts';
import { classify } from '../../../../shared/classification/classify.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import type { AnyFindingFacts, CaseFacts } from '../../../../shared/findings/facts.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const file = new URL('../../../cases/iliac-occlusion-with-stenosis.case.json', import.meta.url);
const facts = JSON.parse(readFileSync(file, 'utf8')) as CaseFacts;
const result = classify(facts);
const chosen = ['neurogenic-claudication', 'vascular-claudication', 'lumbar-radiculopathy'] as const;
const words = createWords();

test('a row holds exactly what the working of each condition says of its finding', () => {
  const rows = knownRows(result, chosen);
  for (const condition of chosen) {
    const working = result.differential.find((row) => row.condition === condition);
    const said = working?.contributions.filter((each) => ['finding', 'composite', 'confirming'].includes(each.kind)) ?? [];
    const shown = rows.reduce((sum, row) => sum + (row.cells[condition]?.weight ?? 0), 0);
    expect(shown).toBe(said.reduce((sum, each) => sum + each.logLikelihoodRatio, 0));
  }
});

test('what tells the first two apart comes first', () => {
  const apart = knownRows(result, chosen).map((row) => Math.abs((row.cells[chosen[0]]?.weight ?? 0) - (row.cells[chosen[1]]?.weight ?? 0)));
  expect(apart).toEqual([...apart].sort((a, b) => b - a));
  expect(apart[0]).toBeGreaterThan(0);
});

test('open rows are findings that nobody knows, each saying something in words', () => {
  const known = facts.findings as AnyFindingFacts;
  const rows = openRows(facts, chosen);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    expect(rules.catalogue.byId.has(row.fact)).toBe(true);
    expect(known[row.fact] ?? null).toBeNull();
    const said = Object.values(row.cells).flatMap((weights) => weights.map((weight) => sayOpenWeight(weight, words)));
    expect(said.some((each) => /×/u.test(each))).toBe(true);
  }
});

test('every ratio row of the tables can be said as what an answer would do', () => {
  for (const { weights } of rules.conditions) {
    for (const weight of weights) {
      const open = {
        when: weight.row.when,
        definition: weight.row.definition,
        positive: weight.positive?.value ?? null,
        negative: weight.negative?.value ?? null,
        sources: [],
      };
      expect(sayOpenWeight(open, words)).not.toMatch(/option\.|undefined/u);
    }
  }
});

test('a supposed answer changes its row where it stands', () => {
  const recorded = { known: knownRows(result, chosen), open: openRows(facts, chosen) };
  const [first, toggled] = [recorded.known[0]?.fact, recorded.open[0]?.fact];
  if (first === undefined || toggled === undefined) throw new Error('Nothing to suppose');
  const supposed: CaseFacts = { ...facts, findings: { ...(facts.findings as AnyFindingFacts), [toggled]: true } };
  const now = { known: knownRows(classify(supposed), chosen), open: openRows(supposed, chosen) };
  const { answered, notKnown } = placedRows(recorded, now);
  expect(answered[0]?.fact).toBe(first);
  expect(notKnown[0]?.fact).toBe(toggled);
  expect(notKnown[0]?.known).toBeDefined();
  expect(notKnown[0]?.open).toBeUndefined();
});
