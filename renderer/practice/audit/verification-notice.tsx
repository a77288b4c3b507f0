import type { AuditVerification } from '../../../shared/contract/audit.ts';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import { sayMoment } from '../backup/say-moment.ts';
import classes from './audit.module.css';

interface Props {
  readonly pending: boolean;
  readonly result: AuditVerification | undefined;
  readonly error: Error | null;
}

/** Whether the trail is whole, and if not, where exactly it breaks. */
export function VerificationNotice({ pending, result, error }: Props) {
  const { say } = useWords();
  const inWords = useFailureWords();
  return (
    <div role="status" className={classes.verification}>
      {pending && <p className={classes.small}>{say('audit.verifying')}</p>}
      {!pending && error !== null && <p className={classes.broken}>{inWords(error)}</p>}
      {!pending && error === null && result !== undefined && <Found {...result} />}
    </div>
  );
}

function Found({ verifiedAt, auditRows, signed, problems, problemCount }: AuditVerification) {
  const words = useWords();
  const { say, sayOf } = words;
  const moment = sayMoment(verifiedAt, words);
  if (problemCount === 0) return <p className={classes.whole}>{say('audit.whole', { moment, rows: auditRows, signed })}</p>;
  return (
    <div className={classes.broken}>
      <p>{say('audit.broken', { moment, problems: problemCount })}</p>
      <ul>
        {problems.map(({ code, ...where }) => (
          <li key={`${code} ${where.sequence} ${where.subjectId}`}>{sayOf(`store.problem.${code}`, where)}</li>
        ))}
        {problemCount > problems.length && <li>{say('audit.more-problems', { count: problemCount - problems.length })}</li>}
      </ul>
    </div>
  );
}
