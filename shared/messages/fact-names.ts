import { rules as ourRules, type Rules } from '../evidence/rules.ts';
import type { Speaker } from './dates.ts';

/** An instrument's id out of a fact that names it: `instrument.cook-5.positive` or `instrument.cook-5`. */
function instrumentOf(id: string): string {
  return id.replace(/^instrument\./u, '').replace(/\.positive$/u, '');
}

/** The first clause of a definition, which is the name of the fact: "Resting ankle-brachial index, left". */
function firstClause(definition: string): string {
  const [start = definition, rest] = definition.split(/[:;(]/u);
  return start === 'Any of' && rest !== undefined ? `${start}${rest}` : start.trim();
}

/** What a result calls by id, in words: a finding, a derived fact, an instrument, age, sex or setting. */
export function nameOfFact(id: string, words: Speaker, rules: Rules = ourRules): string {
  if (rules.catalogue.byId.has(id)) return words.sayOf(`finding.${id}`);
  const derived = rules.tables.derived.find((row) => row.id === id);
  if (derived !== undefined) return firstClause(derived.definition);
  const instrument = rules.tables.instruments.find((row) => row.id === instrumentOf(id));
  return instrument === undefined ? words.sayOf(`fact.${id}`) : instrument.name;
}
