import type { Parsed } from './expression.ts';
import type { Memory } from './memory.ts';
import type { Program } from './program.ts';
import { absent, present } from './three-valued.ts';

/** An expression with the truth of each of its parts, so that it can be said why it holds. */
export interface Reasons {
  readonly node: number;
  readonly form: Parsed['form'];
  readonly id: string | null;
  readonly of: readonly Reasons[];
}

/** Places an expression and all its parts. */
export function reasonsOf(parsed: Parsed, program: Program): Reasons {
  return {
    node: program.nodeOf(parsed),
    form: parsed.form,
    id: 'id' in parsed ? parsed.id : null,
    of: 'of' in parsed ? parsed.of.map((part) => reasonsOf(part, program)) : [],
  };
}

/** The ids by which an expression is known true: what is present in it, and what `not` knows absent. `unless` gives no reason. */
export function because(reasons: Reasons, memory: Memory): readonly string[] {
  const ids = new Set<string>();
  const collect = (part: Reasons, wanted: typeof present | typeof absent): void => {
    if (memory.truths[part.node] !== wanted || part.form === 'unless') return;
    if (part.id !== null) ids.add(part.id);
    const inner = part.form === 'not' ? (wanted === present ? absent : present) : wanted;
    for (const child of part.of) collect(child, inner);
  };
  collect(reasons, present);
  return [...ids];
}
