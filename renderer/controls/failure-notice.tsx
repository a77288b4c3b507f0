import { Button } from '@mantine/core';
import { useWords } from '../app/words/use-words.ts';
import classes from './failure-notice.module.css';
import { useFailureWords } from './failure-words.ts';

/** What happened, what was kept and what to do, in the place of what could not be shown. */
export function FailureNotice({ error, onTryAgain }: { readonly error: unknown; readonly onTryAgain?: () => void }) {
  const { say } = useWords();
  const inWords = useFailureWords();
  return (
    <div className={classes.notice} role="alert">
      <p>{inWords(error)}</p>
      {onTryAgain !== undefined && (
        <Button variant="default" onClick={onTryAgain}>
          {say('action.try-again')}
        </Button>
      )}
    </div>
  );
}
