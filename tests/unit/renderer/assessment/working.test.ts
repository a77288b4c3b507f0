import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workingOf } from '../../../../renderer/assessment/differential/working.ts';
import { classify } from '../../../../shared/classification/classify.ts';
import { countingOf } from '../../../../shared/classification/counting.ts';
import { weights } from '../../../../shared/classification/weights.ts';
import type { CaseFacts } from '../../../../shared/findings/facts.ts';
import { phrases } from '../../../../shared/findings/phrases/phrases.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const folder = new URL('../../../cases/', import.meta.url);
const cases = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as CaseFacts);
const classified = cases.map((facts) => ({ facts, rows: classify(facts).differential.filter((row) => row.condition !== 'other') }));
const speech = { words: createWords(), phrases };
const value = (line: { readonly logLikelihoodRatio: number } | undefined) => line?.logLikelihoodRatio ?? 0;

test('the parts that the screen shows add up to each condition’s log-odds, in every published case', () => {
  for (const { facts, rows } of classified) {
    for (const row of rows) {
      const working = workingOf(row, facts, speech);
      const parts = value(working.pretest) + value(working.age) + value(working.core) + working.findings + value(working.competition);
      expect(parts).toBe(row.logOdds);
    }
  }
});

test('what the screen says counts is what the classification counted', () => {
  for (const { facts, rows } of classified) {
    const truth = weights(facts);
    for (const row of rows) {
      const counted = truth
        .filter((weight) => weight.condition === row.condition && weight.counts)
        .reduce((sum, each) => sum + each.logLikelihoodRatio, 0);
      const { counted: shown } = countingOf(row);
      expect(shown.reduce((sum, each) => sum + each.logLikelihoodRatio, 0)).toBe(counted);
    }
  }
});

test('no line is lost: each piece of evidence counts, stands under what counts for it, or waits', () => {
  for (const { rows } of classified) {
    for (const row of rows) {
      const { counted, once, uncounted } = countingOf(row);
      const shown = [...counted, ...[...once.values()].flat(), ...uncounted].map((each) => each.rule).sort();
      const given = row.contributions.filter((each) => ['finding', 'composite', 'confirming'].includes(each.kind)).map((each) => each.rule);
      expect(shown).toEqual(given.sort());
    }
  }
});

test('every line says something in words, never an id', () => {
  for (const { facts, rows } of classified) {
    for (const row of rows) {
      const working = workingOf(row, facts, speech);
      for (const line of [...working.for, ...working.against]) {
        expect(line.said).toMatch(/\S/u);
        expect(line.said).not.toMatch(/^[a-z-]+\.[a-z0-9.-]+$/u);
      }
    }
  }
});
