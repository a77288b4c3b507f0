import { Button } from '@mantine/core';
import { Failure } from '../../shared/contract/failure.ts';
import { useWords } from '../app/words/use-words.ts';
import classes from './failure-notice.module.css';

/** A failure in the user's words; anything that is no failure of the contract's is said to be unforeseen. */
export function useFailureWords() {
  const { sayOf } = useWords();
  return (error: unknown): string => {
    if (!(error instanceof Failure)) return sayOf('error.internal', { reference: '—' });
    const { field, ...values } = error.data;
    return sayOf(`error.${error.code}`, { ...values, field: field === null ? null : sayOf(`finding.${field}`) });
  };
}

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
