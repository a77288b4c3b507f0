import { type Rules, rules } from './rules.ts';

/**
 * Every rules version that was ever released, newest last. A signed record is replayed under its own. Before a released table or parameter
 * changes, its tables are copied to `releases/VERSION/` and a rules value made of them, with its release, is added here; before the method
 * changes, see `classification/replay.ts`.
 */
export const releasedRules: readonly Rules[] = [rules];

/** The rules of a version; null where this program does not hold it (a record of a newer program). */
export function rulesOfVersion(version: string): Rules | null {
  return releasedRules.find((released) => released.version === version) ?? null;
}
