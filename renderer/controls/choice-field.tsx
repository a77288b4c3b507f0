import { answerOf } from '../../shared/findings/answer.ts';
import type { ChoiceFinding } from '../../shared/findings/finding.ts';
import { useWords } from '../app/words/use-words.ts';
import { type FieldProps, notKnown } from './given-answer.ts';
import { moveInRow } from './move-in-row.ts';
import { digitOf } from './option-digit.ts';
import { Segment, UnknownSegment } from './segment.tsx';
import classes from './segments.module.css';

/** One option of several, or not known; 1 to 9 choose. */
export function ChoiceField({ finding, answer, labelledBy, readOnly, onAnswer }: FieldProps<ChoiceFinding>) {
  const { sayOf } = useWords();
  const options = Object.keys(finding.options);
  const chosen = answer?.state === 'present' ? answer.value : undefined;
  const unknown = answer?.state === 'not-known';
  const stop = options.find((option) => option === chosen) ?? (unknown ? null : options[0]);
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-readonly={readOnly}
      className={`${classes.group} ${options.length > 4 ? classes.options : ''}`}
      onKeyDown={moveInRow}
    >
      {options.map((option, place) => (
        <Segment
          key={option}
          role="radio"
          checked={chosen === option}
          isStop={stop === option}
          disabled={readOnly}
          digit={digitOf(place)}
          onPress={() => onAnswer(finding, { ...answerOf(option), entered: null })}
        >
          {sayOf(`option.${finding.id}.${option}`)}
        </Segment>
      ))}
      <UnknownSegment
        role="radio"
        checked={unknown}
        isStop={stop === null}
        disabled={readOnly}
        onPress={() => onAnswer(finding, notKnown)}
      />
    </div>
  );
}
