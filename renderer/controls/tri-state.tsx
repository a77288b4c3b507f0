import { useWords } from '../app/words/use-words.ts';
import { moveInRow } from './move-in-row.ts';
import classes from './segments.module.css';

interface Props {
  /** True: yes; false: no; null: asked, not known; undefined: untouched. */
  readonly value: boolean | null | undefined;
  /** What another answer already settles, where this one is untouched. */
  readonly inferred?: boolean | undefined;
  readonly labelledBy: string;
  readonly readOnly?: boolean;
  readonly onChange: (value: boolean | null) => void;
}

const segments = [
  { value: true, means: 'yes', words: 'answer.yes', key: 'Y' },
  { value: false, means: 'no', words: 'answer.no', key: 'N' },
  { value: null, means: 'unknown', words: 'answer.not-known', key: 'U' },
] as const;

/** Yes, no, not known: the same for every finding, wherever it is answered. */
export function TriState({ value, inferred, labelledBy, readOnly = false, onChange }: Props) {
  const { say } = useWords();
  const stop = segments.find((segment) => segment.value === value) ?? segments[0];
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-readonly={readOnly}
      className={`${classes.group} ${classes.whole}`}
      onKeyDown={moveInRow}
    >
      {segments.map((segment) => (
        // biome-ignore lint/a11y/useSemanticElements: arrows must move through the answers without giving one, which native radios do not
        <button
          key={segment.means}
          type="button"
          role="radio"
          className={classes.segment}
          data-means={segment.means}
          data-inferred={value === undefined && inferred === segment.value}
          aria-checked={value === segment.value}
          aria-keyshortcuts={segment.key}
          aria-label={say(segment.words)}
          title={say('answer.title', { answer: say(segment.words), key: segment.key })}
          tabIndex={segment === stop ? 0 : -1}
          disabled={readOnly}
          onClick={() => onChange(segment.value)}
        >
          {segment.value === null ? '–' : say(segment.words)}
        </button>
      ))}
    </div>
  );
}
