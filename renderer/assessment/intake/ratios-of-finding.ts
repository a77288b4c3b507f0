import { rules as ourRules, type Rules } from '../../../shared/evidence/rules.ts';
import type { RatioRow } from '../../../shared/evidence/schema.ts';

const known = new WeakMap<Rules, Map<string, readonly RatioRow[]>>();

/** The ratio rows that read a finding, directly or through a derived fact or an instrument; superseded rows left out. */
export function ratiosOfFinding(findingId: string, rules: Rules = ourRules): readonly RatioRow[] {
  const cache = known.get(rules) ?? new Map<string, readonly RatioRow[]>();
  known.set(rules, cache);
  const found =
    cache.get(findingId) ??
    rules.tables.ratios.filter((row) => row.superseded === null && rules.program.baseFacts(row.when).includes(findingId));
  cache.set(findingId, found);
  return found;
}
