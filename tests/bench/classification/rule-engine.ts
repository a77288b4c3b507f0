import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { layOut, runCore } from '../../../shared/classification/case-memory.ts';
import { type Parsed, parseExpression } from '../../../shared/evidence/expression.ts';
import { rules } from '../../../shared/evidence/rules.ts';
import { absent, present } from '../../../shared/evidence/three-valued.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';

const operators = { '<': 'lessThan', '<=': 'lessThanInclusive', '>': 'greaterThan', '>=': 'greaterThanInclusive' } as const;

/** An expression as json-rules-engine writes it. */
function conditionOf(parsed: Parsed): NestedCondition {
  if ('of' in parsed) {
    const of = parsed.of.map(conditionOf);
    if (parsed.form === 'all') return { all: of };
    if (parsed.form === 'any' || parsed.form === 'count') return { any: of };
    return { not: of[0] ?? { all: [] } };
  }
  if (parsed.form === 'compare') return { fact: parsed.id, operator: operators[parsed.comparison], value: parsed.limit };
  if (parsed.form === 'has') return { fact: parsed.id, operator: 'contains', value: parsed.option };
  const value = parsed.form === 'present' || parsed.value === 'true' ? true : parsed.value === 'false' ? false : parsed.value;
  return { fact: parsed.id, operator: 'equal', value };
}

/** One rule for each ratio row, each naming its weight when it fires. */
export function ruleEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const row of rules.tables.ratios) {
    const condition = conditionOf(parseExpression(row.when));
    engine.addRule({
      conditions: ('fact' in condition ? { all: [condition] } : condition) as TopLevelCondition,
      event: { type: row.condition, params: { weight: Math.log(row.lrPositive ?? 1) } },
    });
  }
  return engine;
}

/** The facts as the engine wants them, derived facts and scores ready made. */
export function engineFacts(facts: CaseFacts): Record<string, unknown> {
  const memory = runCore(layOut(facts, rules), rules);
  const given: Record<string, unknown> = {};
  rules.program.slotNames.forEach((name, slot) => {
    if (memory.values[slot] !== undefined) given[name] = memory.values[slot];
  });
  for (const row of rules.tables.derived) {
    if (row.kind !== 'expression' || !row.computable) continue;
    const truth = memory.truths[rules.program.node(row.id)];
    if (truth === present || truth === absent) given[row.id] = truth === present;
  }
  return given;
}
