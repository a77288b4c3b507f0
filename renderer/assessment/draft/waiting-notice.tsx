import { Failure, type FailureData } from '../../../shared/contract/failure.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import classes from '../columns.module.css';

/** Why an answer is not on disk yet, such as a full disk; it stays on the screen and is tried again until it is. */
export function WaitingNotice({ on }: { readonly on: FailureData | null }) {
  const inWords = useFailureWords();
  if (on === null) return null;
  const { code, ...details } = on;
  return (
    <div className={classes.notice} role="alert">
      <p>{inWords(new Failure(code, details))}</p>
    </div>
  );
}
