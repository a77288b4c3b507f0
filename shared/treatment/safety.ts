import { z } from 'zod';
import { layOut, runAll } from '../classification/case-memory.ts';
import { type Expression, parseExpression } from '../evidence/expression.ts';
import { because, reasonsOf } from '../evidence/reasons.ts';
import { createRules, type Rules } from '../evidence/rules.ts';
import safetyTable from '../evidence/tables/safety.json' with { type: 'json' };
import { present, unknown } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';

const text = z.string().min(1);

/** A rule that speaks against a kind of treatment for this patient. */
export const safetySchema = z.strictObject({
  id: text,
  treatment: text,
  when: z.custom<Expression>((value) => typeof value === 'string' || (typeof value === 'object' && value !== null)),
  /** `forbid`: not to be given; `caution`: with care; `ask`: something must be known first. */
  level: z.enum(['forbid', 'caution', 'ask']),
  qualifier: text.nullable(),
  why: text,
  /** Findings to ask for before the treatment, where the rule cannot be decided. */
  askIfUnknown: z.array(text),
  note: text.nullable(),
  sources: z.array(text).min(1),
  verified: z.boolean(),
});
export type SafetyRow = z.infer<typeof safetySchema>;

/** A rule that holds, or cannot be decided and should be before the treatment is given. */
export interface SafetyNote {
  readonly row: SafetyRow;
  readonly state: 'holds' | 'undecided';
  /** The facts by which it holds: ids of findings, and of what is derived from them or from the record. */
  readonly because: readonly string[];
  /** What to ask, where it is undecided: those of the rule's findings that are not known. */
  readonly ask: readonly string[];
}

export const safetyRows = safetyTable as unknown as readonly SafetyRow[];

const levels = ['forbid', 'caution', 'ask'] as const;

/** Evaluates the safety rules over a patient's facts. What is not known never counts as absent: such a rule is undecided. */
export interface SafetyCheck {
  /** Notes on treatments of these kinds: what holds first, the gravest first. */
  readonly notes: (facts: CaseFacts, kinds: readonly string[]) => readonly SafetyNote[];
}

/**
 * Compiles safety rules over rules of their own, so that those of the classification stay as small as they are.
 * @throws Error or SyntaxError where a row's expression reads what does not exist
 */
export function createSafetyCheck(rows: readonly SafetyRow[] = safetyRows, rules: Rules = createRules()): SafetyCheck {
  const placed = rows.map((row) => ({ row, reasons: reasonsOf(parseExpression(row.when), rules.program) }));
  return {
    notes(facts, kinds) {
      const memory = runAll(layOut(facts, rules), rules);
      const isKnown = (id: string) => memory.values[rules.program.slots.get(id) ?? -1] !== undefined;
      const notes = placed
        .filter(({ row }) => kinds.includes(row.treatment))
        .flatMap(({ row, reasons }): SafetyNote[] => {
          const truth = memory.truths[reasons.node] ?? unknown;
          if (truth === present) return [{ row, state: 'holds', because: because(reasons, memory), ask: [] }];
          const ask = row.askIfUnknown.filter((id) => !isKnown(id));
          return truth === unknown && ask.length > 0 ? [{ row, state: 'undecided', because: [], ask }] : [];
        });
      const rank = ({ state, row }: SafetyNote) => (state === 'holds' ? levels.indexOf(row.level) : levels.length);
      return notes.sort((a, b) => rank(a) - rank(b));
    },
  };
}
