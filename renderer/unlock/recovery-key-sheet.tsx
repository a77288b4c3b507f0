import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../app/words/use-words.ts';
import { usePutOut } from '../controls/use-put-out.ts';
import classes from './recovery-key-sheet.module.css';

interface Props {
  readonly recoveryKey: string;
  readonly practice: string;
  /** What the last button says. */
  readonly done: string;
  readonly onDone: () => void;
}

/** The recovery key, shown once: to be printed or copied, and said to be safe before it goes away. */
export function RecoveryKeySheet({ recoveryKey, practice, done, onDone }: Props) {
  const { say } = useWords();
  const { print, copy } = usePutOut({ kind: 'recovery-key', assessmentId: null });
  const [safe, setSafe] = useState(false);
  const [copied, setCopied] = useState(false);
  return (
    <div className={classes.sheet}>
      <p className={classes.explain}>{say('recovery-key.explain')}</p>
      <figure className={classes.figure}>
        <figcaption>{say('recovery-key.label', { practice })}</figcaption>
        <code className={classes.key}>{recoveryKey}</code>
        <p className={classes.onPaper}>{say('recovery-key.sheet')}</p>
      </figure>
      <div className={classes.actions}>
        <Button onClick={() => void print()}>{say('recovery-key.print')}</Button>
        <Button variant="default" onClick={() => void copy(recoveryKey).then(setCopied)}>
          {say('recovery-key.copy')}
        </Button>
      </div>
      <p aria-live="polite" className={classes.explain}>
        {copied ? say('recovery-key.copied') : ''}
      </p>
      <div className={`${classes.actions} ${classes.last}`}>
        <Checkbox checked={safe} onChange={(event) => setSafe(event.currentTarget.checked)} label={say('recovery-key.confirm')} />
        <Button disabled={!safe} onClick={onDone}>
          {done}
        </Button>
      </div>
    </div>
  );
}
