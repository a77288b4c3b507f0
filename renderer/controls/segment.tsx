import type { ReactNode } from 'react';
import { useWords } from '../app/words/use-words.ts';
import classes from './segments.module.css';

interface Props {
  readonly role: 'radio' | 'checkbox';
  readonly checked: boolean;
  /** Whether Tab stops here; arrows reach the others of the row. */
  readonly isStop: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly means?: 'yes' | 'no' | 'unknown';
  /** What another answer already settles it as. */
  readonly inferred?: boolean;
  /** The digit that chooses it, shown before the words. */
  readonly digit?: number | undefined;
  /** The letter that gives this answer, told in the title. */
  readonly letter?: string;
  /** Its name, where what stands on it is no word. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** One answer of a segmented row. */
export function Segment({ role, checked, isStop, disabled, onPress, means, inferred, digit, letter, name, children }: Props) {
  const { say } = useWords();
  const named = name === undefined ? {} : { 'aria-label': name };
  const keyed = letter === undefined || name === undefined ? {} : { title: say('answer.title', { answer: name, key: letter }) };
  return (
    // A button, since arrows must move through the answers without giving one, which native inputs do not.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that a segment can have hold a checked state
    <button
      type="button"
      role={role}
      className={classes.segment}
      data-means={means}
      data-inferred={inferred}
      aria-checked={checked}
      aria-keyshortcuts={letter}
      tabIndex={isStop ? 0 : -1}
      disabled={disabled}
      onClick={onPress}
      {...named}
      {...keyed}
    >
      {digit !== undefined && (
        <span className={classes.key} aria-hidden="true">
          {digit}
        </span>
      )}
      {children}
    </button>
  );
}

type UnknownProps = Pick<Props, 'role' | 'checked' | 'isStop' | 'disabled' | 'onPress'>;

/** The dash at the end of every row: asked, not known. */
export function UnknownSegment(props: UnknownProps) {
  const { say } = useWords();
  return (
    <Segment {...props} means="unknown" letter="U" name={say('answer.not-known')}>
      –
    </Segment>
  );
}
