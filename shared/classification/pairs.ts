import type { Rules } from '../evidence/rules.ts';
import { absent } from '../evidence/three-valued.ts';
import type { WeighedCase } from './differential.ts';
import { countBits, unionBits } from './fact-bits.ts';
import { worthOf } from './next-questions.ts';
import { type OpenQuestion, tellsApart } from './open-questions.ts';
import { allExplained, ranking } from './ranking.ts';
import type { Pair } from './result.ts';

/** How many conditions, best first, are looked at in pairs. */
const among = 4;

/** The open findings and tests that are expected to move the two furthest apart or together, three at most. */
function wouldTell(first: number, second: number, open: readonly OpenQuestion[], weighed: WeighedCase, rules: Rules): string[] {
  return open
    .map((question) => {
      const { finding } = question;
      return { id: finding.id, worth: worthOf(tellsApart(question, first, second, weighed), finding.cost.class, rules) };
    })
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map(({ id }) => id);
}

/**
 * Two causes: how many of the patient's findings the leading conditions account for alone and together, where together is more than
 * either alone, with the tests that would tell them apart.
 */
export function pairs(weighed: WeighedCase, open: readonly OpenQuestion[], rules: Rules): Pair[] {
  const of = countBits(allExplained(weighed, rules));
  const candidates = ranking(weighed)
    .filter((index) => weighed.owns[index]?.coreState !== absent)
    .slice(0, among);
  const found: { readonly first: number; readonly second: number; readonly explained: number; readonly alone: [number, number] }[] = [];
  candidates.forEach((first, place) => {
    for (const second of candidates.slice(place + 1)) {
      const [a, b] = [weighed.facts[first]?.explains, weighed.facts[second]?.explains];
      if (a === undefined || b === undefined) continue;
      const explained = countBits(unionBits(a, b));
      const alone: [number, number] = [countBits(a), countBits(b)];
      if (explained > Math.max(...alone)) found.push({ first, second, explained, alone });
    }
  });
  return found
    .sort((a, b) => b.explained - a.explained)
    .slice(0, 3)
    .flatMap(({ first, second, explained, alone }): Pair[] => {
      const [nameA, nameB] = [rules.conditions[first]?.condition, rules.conditions[second]?.condition];
      if (nameA === undefined || nameB === undefined) return [];
      return [{ conditions: [nameA, nameB], explained, alone, of, wouldTell: wouldTell(first, second, open, weighed, rules) }];
    });
}
