import type { Answer, EnteredValue } from '../../shared/findings/answer.ts';
import type { Finding } from '../../shared/findings/finding.ts';

/** An answer as a field gives it: with what was typed, where that differs from the value. */
export interface GivenAnswer extends Answer {
  readonly entered: EnteredValue | null;
}

export const notKnown: GivenAnswer = { state: 'not-known', value: null, entered: null };
export const takenBack: GivenAnswer = { state: 'not-asked', value: null, entered: null };

/** What every field of a finding is given; it looks the same in intake, what-if and review. */
export interface FieldProps<F extends Finding = Finding> {
  readonly finding: F;
  readonly answer: GivenAnswer | undefined;
  /** Id of the element that names the finding. */
  readonly labelledBy: string;
  readonly readOnly: boolean;
  readonly onAnswer: (finding: F, answer: GivenAnswer) => void;
  /** Moves the focus to the next (1) or the previous (-1) finding without answering. */
  readonly onMove: (step: 1 | -1) => void;
  /** Explains the finding. */
  readonly onHelp: () => void;
}
