import type { Condition } from '../evidence/conditions.ts';
import type { Known } from '../evidence/memory.ts';
import { type MicroNats, probabilityOf, ratioOf } from '../evidence/micro-nats.ts';
import { rules as ours, type Rules } from '../evidence/rules.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { layOut, runCore } from './case-memory.ts';
import { weighCase } from './differential.ts';
import { answersOf } from './possible-answers.ts';
import { whatIf } from './what-if.ts';

/** What one answer would do to one condition, against the finding being unknown. */
interface AnswerEffect {
  readonly condition: Condition;
  /** By how much the condition's odds would be multiplied. */
  readonly ratio: number;
  readonly logOdds: MicroNats;
  readonly probability: number;
}

export interface AnswerEffects {
  readonly answer: Exclude<Known, undefined>;
  readonly effects: readonly AnswerEffect[];
}

/**
 * What each possible answer to a finding would do to the conditions that it can move; nothing where it moves none. A finding already
 * answered is taken as unknown first, so that yes and no can be set side by side.
 */
export function whatEachAnswerWouldDo(finding: string, facts: CaseFacts, rules: Rules = ours): readonly AnswerEffects[] {
  const slot = rules.program.slots.get(finding);
  const answers = slot === undefined ? undefined : answersOf(rules).get(slot);
  if (slot === undefined || answers === undefined) return [];
  const open: CaseFacts = { ...facts, findings: { ...facts.findings, [finding]: null } };
  const memory = runCore(layOut(open, rules), rules);
  const weighed = weighCase(open, memory, rules);
  const asked = whatIf(open, memory, weighed, rules);
  return answers.flatMap((answer): readonly AnswerEffects[] => {
    if (answer === undefined) return [];
    const after = asked.logOdds([[slot, answer]]) ?? weighed.logOdds;
    const effects = rules.conditions.flatMap(({ condition, index }): readonly AnswerEffect[] => {
      const [then, now] = [after[index] ?? 0, weighed.logOdds[index] ?? 0];
      return then === now ? [] : [{ condition, ratio: ratioOf(then - now), logOdds: then, probability: probabilityOf(then) }];
    });
    return [{ answer, effects }];
  });
}
