import { answerOf } from '../../shared/findings/answer.ts';
import type { ChoiceFinding } from '../../shared/findings/finding.ts';
import { useWords } from '../app/words/use-words.ts';
import { type FieldProps, notKnown } from './given-answer.ts';
import { moveInRow } from './move-in-row.ts';
import classes from './segments.module.css';

/** One option of several, or not known; 1 to 9 choose. */
export function ChoiceField({ finding, answer, labelledBy, readOnly, onAnswer }: FieldProps<ChoiceFinding>) {
  const { say, sayOf } = useWords();
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
        // biome-ignore lint/a11y/useSemanticElements: arrows must move through the options without choosing one, which native radios do not
        <button
          key={option}
          type="button"
          role="radio"
          className={classes.segment}
          aria-checked={chosen === option}
          tabIndex={stop === option ? 0 : -1}
          disabled={readOnly}
          onClick={() => onAnswer(finding, { ...answerOf(option), entered: null })}
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
        role="radio"
        className={classes.segment}
        data-means="unknown"
        aria-checked={unknown}
        aria-label={say('answer.not-known')}
        title={say('answer.title', { answer: say('answer.not-known'), key: 'U' })}
        tabIndex={stop === null ? 0 : -1}
        disabled={readOnly}
        onClick={() => onAnswer(finding, notKnown)}
      >
        –
      </button>
    </div>
  );
}
