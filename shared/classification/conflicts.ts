import type { Memory } from '../evidence/memory.ts';
import type { Rules } from '../evidence/rules.ts';
import { present } from '../evidence/three-valued.ts';
import type { Conflict } from './result.ts';

/** Answers that cannot both be right. They change nothing by themselves. */
export function conflicts(memory: Memory, rules: Rules): Conflict[] {
  return rules.conflicts
    .filter(({ node }) => memory.truths[node] === present)
    .map(({ row }) => ({ id: row.id, findings: row.findings, why: row.why, recheck: row.recheck }));
}
