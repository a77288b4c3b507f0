import type { Rules } from '../evidence/rules.ts';
import type { WeighedCase } from './differential.ts';
import { countBits, type FactBits, unionBits } from './fact-bits.ts';

/** Indices of the conditions, best first; ties keep the conditions' order. */
export function ranking(weighed: WeighedCase): readonly number[] {
  return weighed.logOdds.map((_, index) => index).sort((a, b) => (weighed.logOdds[b] ?? 0) - (weighed.logOdds[a] ?? 0) || a - b);
}

/** The findings that any of the conditions accounts for. */
export function allExplained(weighed: WeighedCase, rules: Rules): FactBits {
  const none: FactBits = rules.noBits.slice();
  return weighed.facts.reduce((all, facts) => unionBits(all, facts.explains), none);
}

/** The share of the explained findings that one condition accounts for; 0 where there are none. */
export function explainedShare(index: number, weighed: WeighedCase, rules: Rules): number {
  const all = countBits(allExplained(weighed, rules));
  const own = weighed.facts[index];
  return all === 0 || own === undefined ? 0 : countBits(own.explains) / all;
}
