import { dayAfter } from '../calendar/days.ts';
import type { RecordFacts } from '../findings/facts.ts';
import { type Pathway, pathwayOf, pathways } from './pathways.ts';
import counts from './record-counts.json' with { type: 'json' };

/** A fact that the treatment record gives: how often a kind of treatment was begun in the months before a day. */
interface RecordCount {
  readonly fact: string;
  readonly treatment: string;
  readonly months: number;
}

interface Begun {
  readonly pathway: string | null;
  readonly startedOn: string;
}

/** What the treatments recorded so far say, as facts on a day; for the safety rules, never for the differential. */
export function recordFacts(
  treatments: readonly Begun[],
  today: string,
  rows: readonly Pathway[] = pathways,
  facts: readonly RecordCount[] = counts,
): RecordFacts {
  return Object.fromEntries(
    facts.map(({ fact, treatment, months }) => {
      const since = dayAfter(today, -months, 'm');
      const counted = treatments.filter(
        ({ pathway, startedOn }) =>
          pathwayOf(pathway, rows)?.treatments.includes(treatment) === true && startedOn > since && startedOn <= today,
      );
      return [fact, counted.length];
    }),
  );
}
