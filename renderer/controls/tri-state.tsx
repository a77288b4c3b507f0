import type { AnswerState } from '../../shared/findings/answer.ts';
import { useWords } from '../app/words/use-words.ts';
import { moveInRow } from './move-in-row.ts';
import { Segment, UnknownSegment } from './segment.tsx';
import classes from './segments.module.css';

type TriAnswer = Extract<AnswerState, 'present' | 'absent' | 'not-known'>;

interface Props {
  /** The answer given; any other state than yes, no and not known shows the row untouched. */
  readonly state: AnswerState;
  /** What another answer already settles, where this one is untouched. */
  readonly inferred?: Exclude<TriAnswer, 'not-known'> | undefined;
  readonly labelledBy: string;
  readonly readOnly?: boolean;
  readonly onAnswer: (state: TriAnswer) => void;
}

const known = [
  { state: 'present', means: 'yes', words: 'answer.yes', letter: 'Y' },
  { state: 'absent', means: 'no', words: 'answer.no', letter: 'N' },
] as const;

/** Yes, no, not known: the same for every finding, wherever it is answered. */
export function TriState({ state, inferred, labelledBy, readOnly = false, onAnswer }: Props) {
  const { say } = useWords();
  const isAnswered = state === 'present' || state === 'absent' || state === 'not-known';
  const stop = isAnswered ? state : 'present';
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-readonly={readOnly}
      className={`${classes.group} ${classes.whole}`}
      onKeyDown={moveInRow}
    >
      {known.map((each) => (
        <Segment
          key={each.state}
          role="radio"
          checked={state === each.state}
          isStop={stop === each.state}
          disabled={readOnly}
          means={each.means}
          inferred={!isAnswered && inferred === each.state}
          letter={each.letter}
          name={say(each.words)}
          onPress={() => onAnswer(each.state)}
        >
          {say(each.words)}
        </Segment>
      ))}
      <UnknownSegment
        role="radio"
        checked={state === 'not-known'}
        isStop={stop === 'not-known'}
        disabled={readOnly}
        onPress={() => onAnswer('not-known')}
      />
    </div>
  );
}
