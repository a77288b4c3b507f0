import { rules as ourRules, type Rules } from '../../shared/evidence/rules.ts';
import type { Speaking } from '../app/words/use-words.ts';
import { careEntries } from './care-entries.ts';
import { clinicalEntries } from './clinical-entries.ts';
import { type Entry, filled, type KindChoice, kindChoices } from './entry.ts';
import { weighingEntries } from './weighing-entries.ts';

/** Everything that the tables hold, as entries of one list: sources first. */
export function entriesOf(words: Speaking, rules: Rules = ourRules): readonly Entry[] {
  const { say } = words;
  const sources = rules.tables.sources.map(
    (row): Entry => ({
      kind: 'source',
      id: row.id,
      title: row.citation,
      figure: '',
      sources: [row.id],
      verified: null,
      details: filled([
        [say('evidence.doi'), row.doi],
        [say('evidence.pmid'), row.pmid],
        [say('evidence.url'), row.url],
        [say('evidence.seen'), row.seen ?? say('evidence.not-seen')],
      ]),
    }),
  );
  return [...sources, ...weighingEntries(rules, words), ...clinicalEntries(rules, words), ...careEntries(words)];
}

/** The entries of a choice of kinds that hold every word of a search, in title, figure, sources or details. */
export function foundEntries(entries: readonly Entry[], search: string, choice: KindChoice | null): readonly Entry[] {
  const wanted = search.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const kinds: readonly string[] | null = choice === null ? null : kindChoices[choice];
  return entries.filter((entry) => {
    if (kinds !== null && !kinds.includes(entry.kind)) return false;
    const text = [entry.title, entry.figure, ...entry.sources, ...entry.details.flat()].join(' ').toLocaleLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** Where a source is used: every entry that names it. */
export function usesOf(entries: readonly Entry[], sourceId: string): readonly Entry[] {
  return entries.filter((entry) => entry.kind !== 'source' && entry.sources.includes(sourceId));
}
