import type { Rules } from '../../shared/evidence/rules.ts';
import type { RatioRow } from '../../shared/evidence/schema.ts';
import { sayRatio } from '../../shared/messages/numbers.ts';
import type { Speaking } from '../app/words/use-words.ts';
import { type Entry, filled, sourcesIn } from './entry.ts';

const percent = (chance: number) => Math.round(chance * 1000) / 10;

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

/** What weighs: ratios, pre-test chances, age, core features, groups of one piece of evidence, derived facts; and what was left out. */
export function weighingEntries({ tables }: Rules, words: Speaking): readonly Entry[] {
  const { say, sayOf } = words;
  const condition = (id: string) => sayOf(`condition.${id}`);
  return [
    ...tables.ratios.map((row) => ratioEntry('ratio', row, words)),
    ...tables.background.map((row) => ratioEntry('background', row, words)),
    ...tables.pretest.map(
      (row): Entry => ({
        kind: 'pretest',
        id: `${row.condition}/${row.setting}`,
        title: `${condition(row.condition)}: ${sayOf(`setting.${row.setting}`)}`,
        figure: say('evidence.chance', { percent: percent(row.value) }),
        sources: row.sources,
        verified: row.verified,
        details: filled([
          [
            say('evidence.range'),
            row.range === null ? null : say('evidence.chance-range', { low: percent(row.range[0]), high: percent(row.range[1]) }),
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
    ...tables.groups.map(
      (row): Entry => ({
        kind: 'group',
        id: row.id,
        title: row.note,
        figure: '',
        sources: row.sources,
        verified: row.verified,
        details: filled([[say('evidence.group'), row.id]]),
      }),
    ),
    ...tables.derived.map(
      (row): Entry => ({
        kind: 'derived',
        id: row.id,
        title: row.definition,
        figure: row.unit ?? '',
        sources: sourcesIn(row),
        verified: row.verified,
        details: filled([
          [say('evidence.formula'), row.kind === 'formula' ? row.formula : null],
          [say('evidence.not-computed'), row.computable ? null : say('value.yes')],
        ]),
      }),
    ),
  ];
}
