import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Failure, type FailureCode } from '../../shared/contract/failure.ts';
import type { SessionStatus } from '../../shared/contract/session.ts';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import { RescueOffers } from './rescue/rescue-offers.tsx';
import classes from './unlock-form.module.css';
import { UnlockFrame } from './unlock-frame.tsx';

const withAdvice: readonly FailureCode[] = [
  'store-damaged',
  'store-newer',
  'store-in-use',
  'store-missing',
  'folder-unsuitable',
  'disk-full',
  'read-only',
];

interface Props {
  readonly status: SessionStatus | null;
  /** Back to where it was found out; by default the practice is looked at anew. */
  readonly onAgain?: () => void;
}

/** Why the practice cannot be opened, what was kept, what to do. Never offers to begin anew in its place. `null`: no answer at all. */
export function UnusableScreen({ status, onAgain }: Props) {
  const { say, sayOf } = useWords();
  const inWords = useFailureWords();
  const queries = useQueryClient();
  const again = onAgain ?? (() => void queries.invalidateQueries({ queryKey: ['session'] }));
  if (status === null) {
    return (
      <UnlockFrame title={say('unusable.offline.title')}>
        <div className={classes.form} role="alert">
          <p>{say('unusable.offline.do')}</p>
          <Button onClick={again}>{say('action.try-again')}</Button>
        </div>
      </UnlockFrame>
    );
  }
  const { code = 'internal', ...details } = status.failure ?? {};
  const advice = withAdvice.includes(code) ? code : 'other';
  return (
    <UnlockFrame title={say('unusable.title')} foot={status.practice?.folder}>
      <div className={classes.form} role="alert">
        <p className={classes.failure}>{inWords(new Failure(code, details))}</p>
        <p>{sayOf(`unusable.do.${advice}`)}</p>
        <p className={classes.small}>{say('unusable.kept')}</p>
      </div>
      <RescueOffers code={code} status={status} />
      <div className={classes.apart}>
        <Button variant="default" onClick={again}>
          {say('action.try-again')}
        </Button>
      </div>
    </UnlockFrame>
  );
}
