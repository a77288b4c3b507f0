import { expect, test } from 'vitest';
import type { FindingId, ValueOfFinding } from '../../../../shared/findings/catalogue.ts';
import type { FindingFacts } from '../../../../shared/findings/facts.ts';
import type { Finding, ValueOf } from '../../../../shared/findings/finding.ts';

// The compiler is what tests this file: `npm test` compiles it, and an error that is not expected, or an expected one that is not there, fails.
test('values of findings have the types of their entries', () => {
  const facts: FindingFacts = {
    'provoke.walking': true,
    'symptom.side': 'both',
    'symptom.leg-pain-nrs': 7,
    'pattern.root-levels': ['L4', 'L5'],
    'relieve.sitting': null,
  };
  const side: ValueOfFinding<'symptom.side'> = 'left';
  const wrong: readonly FindingFacts[] = [
    // @ts-expect-error a finding that is not in the catalogue
    { 'provoke.flying': true },
    // @ts-expect-error a number where the finding is present or absent
    { 'provoke.walking': 1 },
    // @ts-expect-error an option that the finding does not have
    { 'symptom.side': 'middle' },
    // @ts-expect-error a word where the finding is a number
    { 'symptom.leg-pain-nrs': 'seven' },
    // @ts-expect-error one option where the finding takes several
    { 'pattern.root-levels': 'L5' },
  ];
  // @ts-expect-error an id that is not in the catalogue
  const id: FindingId = 'provoke.flying';
  expect([Object.keys(facts).length, side, wrong.length, id]).toEqual([5, 'left', 5, 'provoke.flying']);
});

test('the values of a made-up entry follow from the entry alone', () => {
  const madeUp = {
    id: 'made-up.tail',
    section: 'symptom',
    type: 'choice',
    label: 'Tail',
    definition: 'A made-up finding',
    options: { short: 'Short', long: 'Long' },
    cost: { class: 'question', minutes: 1 },
  } as const satisfies Finding;
  const value: ValueOf<typeof madeUp> = 'short';
  // @ts-expect-error not one of its options
  const wrong: ValueOf<typeof madeUp> = 'curled';
  const cost = { class: 'question', minutes: 1 } as const;
  // @ts-expect-error a number without its possible range
  const inexact: Finding = { id: 'a.b', section: 'symptom', type: 'number', label: '', definition: '', usual: [0, 1], cost };
  expect([value, wrong, inexact.id]).toEqual(['short', 'curled', 'a.b']);
});
