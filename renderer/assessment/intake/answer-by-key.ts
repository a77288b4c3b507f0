import { answerOf } from '../../../shared/findings/answer.ts';
import type { Finding } from '../../../shared/findings/finding.ts';
import { type GivenAnswer, notKnown, takenBack } from '../../controls/given-answer.ts';
import { toggledOption } from '../../controls/toggled-option.ts';

/** What a key answers, and whether the focus then moves on; a choice of several stays until it is complete. */
export interface KeyedAnswer {
  readonly answer: GivenAnswer;
  readonly movesOn: boolean;
}

const keyed = (answer: GivenAnswer, movesOn = true): KeyedAnswer => ({ answer, movesOn });

/** What a key means for a finding's type; null where it means nothing. */
export function answerByKey(finding: Finding, earlier: GivenAnswer | undefined, key: string): KeyedAnswer | null {
  if (key === 'U') return keyed(notKnown);
  if (key === 'Backspace') return keyed(takenBack, false);
  if (finding.type === 'boolean') {
    return key === 'Y' || key === 'N' ? keyed({ ...answerOf(key === 'Y'), entered: null }) : null;
  }
  if (!('options' in finding)) return null;
  if (finding.type === 'multi' && (key === '0' || key === 'N')) return keyed({ ...answerOf([]), entered: null });
  const option = /^[1-9]$/u.test(key) ? Object.keys(finding.options)[Number(key) - 1] : undefined;
  if (option === undefined) return null;
  return finding.type === 'choice' ? keyed({ ...answerOf(option), entered: null }) : keyed(toggledOption(finding, earlier, option), false);
}
