import { answerOf } from '../../shared/findings/answer.ts';
import type { MultiFinding } from '../../shared/findings/finding.ts';
import { useWords } from '../app/words/use-words.ts';
import { type FieldProps, type GivenAnswer, notKnown } from './given-answer.ts';
import { moveInRow } from './move-in-row.ts';
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
        // biome-ignore lint/a11y/useSemanticElements: looks and moves as the other answers do
        <button
          key={option}
          type="button"
          role="checkbox"
          className={classes.segment}
          aria-checked={chosen.includes(option)}
          tabIndex={option === stop ? 0 : -1}
          disabled={readOnly}
          onClick={() => onAnswer(finding, toggledOption(finding, answer, option))}
        >
          {place < 9 && (
            <span className={classes.key} aria-hidden="true">
              {place + 1}
            </span>
          )}
          {sayOf(`option.${finding.id}.${option}`)}
        </button>
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <button
        type="button"
        role="checkbox"
        className={classes.segment}
        data-means="no"
        aria-checked={answer?.state === 'absent'}
        tabIndex={-1}
        disabled={readOnly}
        onClick={() => onAnswer(finding, noneFound)}
      >
        <span className={classes.key} aria-hidden="true">
          0
        </span>
        {say('answer.none-found')}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <button
        type="button"
        role="checkbox"
        className={classes.segment}
        data-means="unknown"
        aria-checked={answer?.state === 'not-known'}
        aria-label={say('answer.not-known')}
        tabIndex={-1}
        disabled={readOnly}
        onClick={() => onAnswer(finding, notKnown)}
      >
        –
      </button>
    </div>
  );
}
