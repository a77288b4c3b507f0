import type { Catalogue } from './catalogue.ts';
import { type ValueProblem, valueProblem } from './check-value.ts';
import type { FindingValue } from './finding.ts';

/**
 * What an answer says. `present` and `absent` are known; `not-known`: asked, no answer; `not-applicable`: made pointless by an
 * earlier answer; `not-asked`: taken back. A finding without any answer is not asked either. The last three weigh the same: nothing.
 */
export const answerStates = ['present', 'absent', 'not-known', 'not-applicable', 'not-asked'] as const;
export type AnswerState = (typeof answerStates)[number];

/**
 * One answer. `value` is null for a boolean finding (its state says all) and wherever the state is not known; else the number in the
 * catalogue's unit, the option, or the options. An empty choice of options is `absent` with `[]`: looked for, none found.
 */
export interface Answer {
  readonly state: AnswerState;
  readonly value: FindingValue | null;
}

/** What was typed, kept beside the canonical value: the text and the unit chosen, null where neither applies. */
export interface EnteredValue {
  readonly text: string;
  readonly unit: string | null;
}

/** The answer that states a known value, `null` (asked, not known) or `undefined` (not asked). */
export function answerOf(value: FindingValue | null | undefined): Answer {
  if (value === undefined) return { state: 'not-asked', value: null };
  if (value === null) return { state: 'not-known', value: null };
  if (typeof value === 'boolean') return { state: value ? 'present' : 'absent', value: null };
  if (typeof value === 'object' && value.length === 0) return { state: 'absent', value: [] };
  return { state: 'present', value };
}

/** The fact an answer states: a value, `null` for asked and not known, `undefined` for what was not asked or made pointless. */
export function factOf(answer: Answer): FindingValue | null | undefined {
  switch (answer.state) {
    case 'present':
      return answer.value ?? true;
    case 'absent':
      return answer.value ?? false;
    case 'not-known':
      return null;
    case 'not-applicable':
    case 'not-asked':
      return undefined;
  }
}

/** The facts that a record's latest answers state; findings that the catalogue no longer holds are left out. */
export function factsOfAnswers(answers: Readonly<Record<string, Answer>>, of: Catalogue): Record<string, FindingValue | null> {
  const facts: Record<string, FindingValue | null> = {};
  for (const finding of of.findings) {
    const answer = answers[finding.id];
    if (answer === undefined) continue;
    const fact = factOf(answer);
    if (fact !== undefined) facts[finding.id] = fact;
  }
  return facts;
}

/** Why this answer cannot be one to this finding; null where it can. */
export function answerProblem(findingId: string, answer: Answer, of: Catalogue): ValueProblem | null {
  const finding = of.byId.get(findingId);
  if (finding === undefined) return { code: 'unknown-finding', finding: findingId };
  const known = answer.state === 'present' || answer.state === 'absent';
  if (!known) return answer.value === null ? null : { code: 'value-without-knowledge', finding: findingId };
  const fact = factOf(answer);
  if (fact === undefined || fact === null) return { code: 'wrong-type', finding: findingId, expected: finding.type };
  if (answer.state === 'absent' && typeof fact === 'object' && fact.length > 0) {
    return { code: 'wrong-type', finding: findingId, expected: finding.type };
  }
  if (finding.type === 'boolean' && answer.value !== null) return { code: 'wrong-type', finding: findingId, expected: 'boolean' };
  return valueProblem(finding, fact);
}
