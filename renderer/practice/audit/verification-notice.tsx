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

function Found(found: AuditVerification) {
  const words = useWords();
  const moment = sayMoment(found.verifiedAt, words);
  const { auditRows: rows, signed } = found;
  return (
    <>
      {found.problemCount === 0 ? (
        <p className={classes.whole}>{words.say('audit.whole', { moment, rows, signed })}</p>
      ) : (
        <Problems moment={moment} {...found} />
      )}
      <Replayed {...found.replays} />
    </>
  );
}

function Problems({ moment, problems, problemCount }: Pick<AuditVerification, 'problems' | 'problemCount'> & { readonly moment: string }) {
  const { say, sayOf } = useWords();
  return (
    <div className={classes.broken}>
      <p>{say('audit.broken', { moment, problems: problemCount })}</p>
      <ul>
        {problems.map(({ code, ...where }) => (
          <li key={`${code} ${where.sequence} ${where.subject} ${where.subjectId}`}>{sayOf(`store.problem.${code}`, where)}</li>
        ))}
        {problemCount > problems.length && <li>{say('audit.more-problems', { count: problemCount - problems.length })}</li>}
      </ul>
    </div>
  );
}

/** What the signed assessments came to when they were classified once more; unknown rules are said, and are no failure. */
function Replayed({ same, different, differing, unknownRules }: AuditVerification['replays']) {
  const { say } = useWords();
  const counted = say('replay.counted', { same, known: same + different });
  return (
    <>
      {different === 0 && same > 0 && <p className={classes.whole}>{counted}</p>}
      {different > 0 && (
        <div className={classes.broken}>
          <p>{counted}</p>
          <ul>
            {differing.map((which) => (
              <li key={which.assessmentId}>{say('replay.differs', which)}</li>
            ))}
            {different > differing.length && <li>{say('audit.more-problems', { count: different - differing.length })}</li>}
          </ul>
        </div>
      )}
      {unknownRules.map((which) => (
        <p key={which.rulesVersion} className={classes.small}>
          {say('replay.unknown-rules', which)}
        </p>
      ))}
    </>
  );
}
