import { rules as ourRules, type Rules } from '../../shared/evidence/rules.ts';
import type { RatioRow } from '../../shared/evidence/schema.ts';
import { sayRatio } from '../../shared/messages/numbers.ts';
import type { Speaking } from '../app/words/use-words.ts';

export const entryKinds = [
  'source',
  'ratio',
  'background',
  'pretest',
  'age',
  'core',
  'instrument',
  'red-flag',
  'conflict',
  'mechanism',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Anything that the program rests on, as the screen lists it. */
export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly title: string;
  /** The figure, or what else says it in a few words. */
  readonly figure: string;
  readonly sources: readonly string[];
  /** Whether it was seen in its source; a source itself is neither. */
  readonly verified: boolean | null;
  /** Name and value of what the details show, in their order. */
  readonly details: readonly (readonly [string, string])[];
}

const filled = (details: readonly (readonly [string, string | null | undefined])[]) =>
  details.flatMap(([name, text]) => (text === null || text === undefined || text === '' ? [] : [[name, text] as const]));

function interval(ci: readonly [number, number] | null, words: Speaking): string {
  return ci === null ? words.say('evidence.no-interval') : words.say('ratio.range', { low: sayRatio(ci[0]), high: sayRatio(ci[1]) });
}

function ratioEntry(kind: 'ratio' | 'background', row: Omit<RatioRow, 'when'> & { readonly why?: string }, words: Speaking): Entry {
  const { say, sayOf } = words;
  const so = row.lrPositive === null ? null : say('assessment.if-present', { ratio: sayRatio(row.lrPositive) });
  const not = row.lrNegative === null ? null : say('assessment.if-absent', { ratio: sayRatio(row.lrNegative) });
  return {
    kind,
    id: row.id,
    title: `${sayOf(`condition.${row.condition}`)}: ${row.definition}`,
    figure: [so, not].filter((part) => part !== null).join(' · '),
    sources: row.sources,
    verified: row.verified,
    details: filled([
      [
        say('evidence.ratio-present'),
        row.lrPositive === null ? null : `×${sayRatio(row.lrPositive)} (${interval(row.lrPositiveCi, words)})`,
      ],
      [
        say('evidence.ratio-absent'),
        row.lrNegative === null ? null : `×${sayRatio(row.lrNegative)} (${interval(row.lrNegativeCi, words)})`,
      ],
      [say('evidence.cap'), row.cap === null || kind === 'background' ? null : `×${sayRatio(row.cap)}`],
      [say('evidence.group'), row.group],
      [say('evidence.quality'), sayOf(`quality.${row.quality}`)],
      [say('evidence.population'), row.population],
      [say('evidence.superseded'), row.superseded],
      [say('evidence.why'), row.why],
      [say('evidence.note'), row.note],
    ]),
  };
}

/** Everything that the tables hold, as entries of one list. */
export function entriesOf(words: Speaking, rules: Rules = ourRules): readonly Entry[] {
  const { say, sayOf } = words;
  const { tables } = rules;
  const condition = (id: string) => sayOf(`condition.${id}`);
  return [
    ...tables.sources.map(
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
    ),
    ...tables.ratios.map((row) => ratioEntry('ratio', row, words)),
    ...tables.background.map((row) => ratioEntry('background', row, words)),
    ...tables.pretest.map(
      (row): Entry => ({
        kind: 'pretest',
        id: `${row.condition}/${row.setting}`,
        title: `${condition(row.condition)}: ${sayOf(`setting.${row.setting}`)}`,
        figure: say('evidence.chance', { percent: Math.round(row.value * 1000) / 10 }),
        sources: row.sources,
        verified: row.verified,
        details: filled([
          [
            say('evidence.range'),
            row.range === null
              ? null
              : say('evidence.chance-range', { low: Math.round(row.range[0] * 1000) / 10, high: Math.round(row.range[1] * 1000) / 10 }),
          ],
          [say('evidence.basis'), row.basis],
          [say('evidence.assumption'), row.assumption ? say('value.yes') : null],
        ]),
      }),
    ),
    ...tables.age.map(
      (row): Entry => ({
        kind: 'age',
        id: row.condition,
        title: condition(row.condition),
        figure: row.bands.map((band) => say('evidence.age-band', { under: band.under, ratio: sayRatio(band.factor) })).join(' · '),
        sources: row.sources,
        verified: row.verified,
        details: [],
      }),
    ),
    ...tables.core.map(
      (row): Entry => ({
        kind: 'core',
        id: row.condition,
        title: condition(row.condition),
        figure: say('assessment.if-absent', { ratio: sayRatio(row.lrWhenAbsent) }),
        sources: row.sources,
        verified: row.verified,
        details: filled([[say('evidence.why'), row.why]]),
      }),
    ),
    ...tables.instruments.map(
      (row): Entry => ({
        kind: 'instrument',
        id: row.id,
        title: row.name,
        figure: row.range === null ? '' : say('evidence.points', { low: row.range[0], high: row.range[1] }),
        sources: row.sources,
        verified: row.verified,
        details: filled([
          ...row.items.map((item) => [item.label, item.points === undefined ? ' ' : [item.points].flat().join(' / ')] as const),
          [say('evidence.threshold'), row.threshold.positiveAt === null ? null : String(row.threshold.positiveAt)],
          [say('evidence.note'), row.threshold.note],
          [say('evidence.population'), row.population],
          [say('evidence.pearls'), row.pearls],
          [say('evidence.licence'), row.licence],
        ]),
      }),
    ),
    ...tables.redFlags.map(
      (row): Entry => ({
        kind: 'red-flag',
        id: row.id,
        title: sayOf(`red-flag.${row.id}`),
        figure: row.tiers.map((tier) => sayOf(`urgency.${tier.urgency}`)).join(' · '),
        sources: row.sources,
        verified: row.verified,
        details: filled([
          [say('evidence.action'), row.action],
          ...row.evidence.map((each) => [each.measure, each.value] as const),
          [say('evidence.note'), row.note],
        ]),
      }),
    ),
    ...tables.conflicts.map(
      (row): Entry => ({
        kind: 'conflict',
        id: row.id,
        title: row.why,
        figure: '',
        sources: row.sources,
        verified: row.verified,
        details: filled([[say('evidence.recheck'), row.recheck]]),
      }),
    ),
    ...tables.mechanism.map(
      (row): Entry => ({
        kind: 'mechanism',
        id: row.condition,
        title: condition(row.condition),
        figure: '',
        sources: row.sources,
        verified: row.verified,
        details: filled([[say('evidence.statement'), row.statement]]),
      }),
    ),
  ];
}

/** The entries of a kind that hold every word of a search, in title, figure, sources or details. */
export function foundEntries(entries: readonly Entry[], search: string, kind: EntryKind | null): readonly Entry[] {
  const wanted = search.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    if (kind !== null && entry.kind !== kind) return false;
    const text = [entry.title, entry.figure, ...entry.sources, ...entry.details.flat()].join(' ').toLocaleLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** Where a source is used: every entry that names it. */
export function usesOf(entries: readonly Entry[], sourceId: string): readonly Entry[] {
  return entries.filter((entry) => entry.kind !== 'source' && entry.sources.includes(sourceId));
}
