import { outcomes } from '../../shared/outcomes/outcome.ts';
import { pathways } from '../../shared/treatment/pathways.ts';
import { safetyRows } from '../../shared/treatment/safety.ts';
import type { Speaking } from '../app/words/use-words.ts';
import { type Entry, filled, sourcesIn } from './entry.ts';

/** Steps of treatment, what speaks against them, and outcome measures. */
export function careEntries({ say, sayOf }: Speaking): readonly Entry[] {
  return [
    ...pathways.map(
      (row): Entry => ({
        kind: 'pathway',
        id: row.id,
        title: `${sayOf(`condition.${row.condition}`)}: ${row.name}`,
        figure: say('evidence.step', { step: row.step }),
        sources: sourcesIn(row),
        verified: row.verified,
        details: filled([
          [say('evidence.basis'), row.evidence],
          [say('evidence.strength'), row.strength],
          [say('evidence.for-whom'), row.forWhom],
          [say('evidence.note'), row.cautions.join('; ')],
        ]),
      }),
    ),
    ...safetyRows.map(
      (row): Entry => ({
        kind: 'safety',
        id: row.id,
        title: `${row.treatment}: ${row.why}`,
        figure: row.level,
        sources: sourcesIn(row),
        verified: row.verified,
        details: filled([[say('evidence.note'), row.note]]),
      }),
    ),
    ...outcomes.map(
      (row): Entry => ({
        kind: 'outcome',
        id: row.id,
        title: row.name,
        figure: row.important.value === null ? '' : say('evidence.important', { value: row.important.value }),
        sources: sourcesIn(row),
        verified: row.verified,
        details: filled([
          [say('evidence.scoring'), row.scoring],
          [say('evidence.population'), row.important.population],
          [say('evidence.note'), row.important.note],
          [say('evidence.licence'), row.licence],
        ]),
      }),
    ),
  ];
}
