import { answerOf } from '../../shared/findings/answer.ts';
import type { MultiFinding } from '../../shared/findings/finding.ts';
import { useWords } from '../app/words/use-words.ts';
import { type FieldProps, type GivenAnswer, notKnown } from './given-answer.ts';
import { moveInRow } from './move-in-row.ts';
import { digitOf } from './option-digit.ts';
import { Segment, UnknownSegment } from './segment.tsx';
import classes from './segments.module.css';
import { optionsOf, toggledOption } from './toggled-option.ts';

const noneFound: GivenAnswer = { ...answerOf([]), entered: null };

/** Any of several options, none found, or not known; 1 to 9 choose, 0 says none found. */
export function MultiField({ finding, answer, labelledBy, readOnly, onAnswer }: FieldProps<MultiFinding>) {
  const { say, sayOf } = useWords();
  const chosen = optionsOf(answer);
  const options = Object.keys(finding.options);
  const stop = options.find((option) => chosen.includes(option)) ?? options[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the row's label
    <div role="group" aria-labelledby={labelledBy} className={`${classes.group} ${classes.options}`} onKeyDown={moveInRow}>
      {options.map((option, place) => (
        <Segment
          key={option}
          role="checkbox"
          checked={chosen.includes(option)}
          isStop={option === stop}
          disabled={readOnly}
          digit={digitOf(place)}
          onPress={() => onAnswer(finding, toggledOption(finding, answer, option))}
        >
          {sayOf(`option.${finding.id}.${option}`)}
        </Segment>
      ))}
      <Segment
        role="checkbox"
        checked={answer?.state === 'absent'}
        isStop={false}
        disabled={readOnly}
        means="no"
        digit={0}
        onPress={() => onAnswer(finding, noneFound)}
      >
        {say('answer.none-found')}
      </Segment>
      <UnknownSegment
        role="checkbox"
        checked={answer?.state === 'not-known'}
        isStop={false}
        disabled={readOnly}
        onPress={() => onAnswer(finding, notKnown)}
      />
    </div>
  );
}
