import { answerOf } from '../../shared/findings/answer.ts';
import type { MultiFinding } from '../../shared/findings/finding.ts';
import { type GivenAnswer, takenBack } from './given-answer.ts';

/** The options that an answer holds; none where it is not known. */
export function optionsOf(answer: GivenAnswer | undefined): readonly string[] {
  return answer !== undefined && typeof answer.value === 'object' && answer.value !== null ? answer.value : [];
}

/**
 * The answer with one option more or less, in the catalogue's order. Taking the last one away takes the answer back: "none found" is
 * something to be said, not what is left over.
 */
export function toggledOption(finding: MultiFinding, answer: GivenAnswer | undefined, option: string): GivenAnswer {
  const chosen = optionsOf(answer);
  const wanted = chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option];
  if (wanted.length === 0) return takenBack;
  return { ...answerOf(Object.keys(finding.options).filter((each) => wanted.includes(each))), entered: null };
}
