import { type Reading, sqlReads } from './connection/handles.ts';
import { longestStretch } from './schema/triggers.ts';

const lookUp = sqlReads((prepare) => ({
  holding: prepare(
    `select sort_key as sortKey, key, before from (
       select sort_key, key, patients, sum(patients) over (order by sort_key, key rows unbounded preceding) - patients as before from list_stretch)
     where before + patients > ? limit 1`,
  ),
}));

/** Where a stretch of the list begins, and how many patients stand before it. */
interface Stretch {
  readonly sortKey: string;
  readonly key: number;
  readonly before: number;
}

/** Before everybody. */
const start: Stretch = { sortKey: '', key: 0, before: 0 };

/** The stretch that holds a place in the list; null past its end. */
export function stretchHolding(reading: Reading, offset: number): Stretch | null {
  if (offset < longestStretch) return start;
  return (lookUp(reading).holding.get(offset) as Stretch | undefined) ?? null;
}
