import { layOut, runCore } from '../../../shared/classification/case-memory.ts';
import { conditions } from '../../../shared/evidence/conditions.ts';
import { rules } from '../../../shared/evidence/rules.ts';
import { absent, present } from '../../../shared/evidence/three-valued.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';

/** A plain loop of additions over the same table: each row's truth looked up, its weight added; no groups, no competition. */
export function plainLoop(facts: CaseFacts): () => Float64Array {
  const memory = runCore(layOut(facts, rules), rules);
  const truths: Record<string, unknown> = {};
  const rows = rules.conditions.flatMap(({ index, weights }) =>
    weights.map((weight) => {
      truths[weight.row.id] = memory.truths[weight.node];
      return { key: weight.row.id, index, yes: weight.positive?.value ?? 0, no: weight.negative?.value ?? 0 };
    }),
  );
  return () => {
    const sums = new Float64Array(conditions.length);
    for (const row of rows) {
      const truth = truths[row.key];
      if (truth === present) sums[row.index] = (sums[row.index] ?? 0) + row.yes;
      else if (truth === absent) sums[row.index] = (sums[row.index] ?? 0) + row.no;
    }
    return sums;
  };
}
