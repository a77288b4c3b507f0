import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import classes from './patient-form.module.css';

interface Props {
  /** What the last attempt met; null: nothing. */
  readonly error: unknown;
  readonly onCancel: () => void;
  readonly cancelWords?: string;
  /** Where the focus starts on the button that changes nothing. */
  readonly startAtCancel?: boolean;
  /** The main action, at the right end; none where there is only the way back. */
  readonly children?: ReactNode;
}

/** What went wrong, the way back, and the main action of a dialog. */
export function DialogFoot({ error, onCancel, cancelWords, startAtCancel = false, children }: Props) {
  const { say } = useWords();
  const inWords = useFailureWords();
  return (
    <>
      {error !== null && (
        <p role="alert" className={classes.failure}>
          {inWords(error)}
        </p>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onCancel} data-autofocus={startAtCancel || undefined}>
          {cancelWords ?? say('action.cancel')}
        </Button>
        {children}
      </div>
    </>
  );
}
