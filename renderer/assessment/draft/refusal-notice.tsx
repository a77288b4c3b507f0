import { Button } from '@mantine/core';
import { Failure } from '../../../shared/contract/failure.ts';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import classes from '../columns.module.css';
import type { Refusal } from './draft.ts';

/** Which answers were not saved and why; what the screen shows now is what the record holds. */
export function RefusalNotice({ refusal, onDismiss }: { readonly refusal: Refusal | null; readonly onDismiss: () => void }) {
  const { say, sayOf } = useWords();
  const inWords = useFailureWords();
  if (refusal === null) return null;
  const { code, ...details } = refusal.failure;
  return (
    <div className={classes.notice} role="alert">
      <p>
        {inWords(new Failure(code, details))}{' '}
        {say('assessment.not-saved-findings', { findings: refusal.findings.map((id) => sayOf(`finding.${id}`)).join('; ') })}
      </p>
      <Button variant="default" onClick={onDismiss}>
        {say('action.close')}
      </Button>
    </div>
  );
}
