import type { Rules } from '../../shared/evidence/rules.ts';
import { sayQuantity } from '../../shared/messages/finding-values.ts';
import type { Speaking } from '../app/words/use-words.ts';
import { type Entry, filled, sourcesIn } from './entry.ts';

/** Instruments, red flags, contradictions, mechanism and laboratory ranges. */
export function clinicalEntries({ tables }: Rules, words: Speaking): readonly Entry[] {
  const { say, sayOf } = words;
  return [
    ...tables.instruments.map(
      (row): Entry => ({
        kind: 'instrument',
        id: row.id,
        title: row.name,
        figure: row.range === null ? '' : say('evidence.points', { low: row.range[0], high: row.range[1] }),
        sources: sourcesIn(row),
        verified: row.verified,
        details: filled([
          ...row.items.map((item) => [item.label, item.points === undefined ? ' ' : [item.points].flat().join(' / ')] as const),
          [say('evidence.threshold'), row.threshold.positiveAt === null ? null : String(row.threshold.positiveAt)],
          [say('evidence.note'), row.threshold.note],
          ...row.accuracy.map((each) => [each.measure, [each.value].flat().join(' / ')] as const),
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
        sources: sourcesIn(row),
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
        title: sayOf(`condition.${row.condition}`),
        figure: '',
        sources: row.sources,
        verified: row.verified,
        details: filled([[say('evidence.statement'), row.statement]]),
      }),
    ),
    ...tables.labs.map((row): Entry => {
      const end = (name: 'evidence.from' | 'evidence.up-to', value: number | null) =>
        value === null ? [] : [say(name, { value: sayQuantity(value, row.unit, words) })];
      return {
        kind: 'lab',
        id: row.finding,
        title: sayOf(`finding.${row.finding}`),
        figure: [...end('evidence.from', row.low), ...end('evidence.up-to', row.high)].join(' · '),
        sources: sourcesIn(row),
        verified: row.verified,
        details: filled([
          [say('evidence.critical-low'), row.criticalLow === null ? null : sayQuantity(row.criticalLow, row.unit, words)],
          [say('evidence.critical-high'), row.criticalHigh === null ? null : sayQuantity(row.criticalHigh, row.unit, words)],
          [say('evidence.note'), row.note],
        ]),
      };
    }),
  ];
}
