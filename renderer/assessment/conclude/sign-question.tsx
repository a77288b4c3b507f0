import { Button } from '@mantine/core';
import { useSession } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import classes from './conclude.module.css';
import type { useConclusion } from './use-conclusion.ts';

interface Props {
  readonly conclusion: ReturnType<typeof useConclusion>;
  /** Whether every answer is on disk. */
  readonly isSaved: boolean;
  readonly onBack: () => void;
}

/** Asks before signing by naming what happens. */
export function SignQuestion({ conclusion, isSaved, onBack }: Props) {
  const { say, sayOf } = useWords();
  const inWords = useFailureWords();
  const status = useSession().data;
  const names = conclusion.form.workingDiagnosis.map((condition) => sayOf(`condition.${condition}`));
  return (
    <div className={classes.form}>
      <p className={classes.diagnosis}>{names.length === 0 ? say('conclude.not-yet') : names.join(say('assessment.and'))}</p>
      <p>{say('conclude.sign-what', { name: status?.person?.name ?? '', version: status?.rulesVersion ?? '' })}</p>
      {!isSaved && <p className={classes.caution}>{say('conclude.sign-wait')}</p>}
      {conclusion.error !== null && (
        <p className={classes.caution} role="alert">
          {inWords(conclusion.error)}
        </p>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onBack}>
          {say('conclude.back')}
        </Button>
        <Button onClick={() => conclusion.sign()} loading={conclusion.isSigning} disabled={!isSaved} data-autofocus>
          {say('conclude.sign-now')}
        </Button>
      </div>
    </div>
  );
}
