import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { CaudaClient } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import type { KeepingStatus } from '../../../shared/contract/keeping.ts';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import { Panel } from '../../controls/panel.tsx';
import classes from './backup.module.css';
import { LongWork } from './long-work.tsx';
import { sayAge } from './say-age.ts';

type Result = Awaited<ReturnType<CaudaClient['keeping']['backUp']>>;

interface Props {
  readonly keeping: KeepingStatus | undefined;
  /** What the backup that was just asked for gave. */
  readonly result: Result | undefined;
  readonly error: Error | null;
  /** What is to be said of a restore that was just made. */
  readonly restored: string | null;
}

function failureOf({ code, ...details }: KeepingStatus['failure'] & object): Failure {
  return new Failure(code, details);
}

/** Whether the practice can be lost: the age of the newest backup in one line, what runs, and what did not work. */
export function BackupState({ keeping, result, error, restored }: Props) {
  const words = useWords();
  const { say } = words;
  const inWords = useFailureWords();
  if (keeping === undefined) return null;
  const { newestAt, overdue, now } = keeping;
  const age = newestAt === null ? '' : sayAge(newestAt, now, words);
  const Icon = overdue ? IconAlertTriangle : IconShieldCheck;
  return (
    <Panel title={say('backup.title')}>
      <p className={classes.state} data-overdue={overdue || undefined}>
        <Icon size={20} stroke={1.6} aria-hidden="true" />
        {newestAt === null ? say('backup.none') : say(overdue ? 'backup.overdue' : 'backup.verified', { age })}
      </p>
      {keeping.running !== null && <LongWork work={keeping.running} />}
      <div role="status" className={classes.said}>
        {restored !== null && <p className={classes.done}>{restored}</p>}
        {result !== undefined && result.failed.length === 0 && <p className={classes.done}>{say('backup.made')}</p>}
        {result?.failed.map(({ place, failure }) => (
          <p key={place} className={classes.failure}>
            {say('backup.failed-in', { place: say(`backup.place.${place}`), reason: inWords(failureOf(failure)) })}
          </p>
        ))}
        {error !== null && <p className={classes.failure}>{inWords(error)}</p>}
        {keeping.failure !== null && (
          <p className={classes.failure}>{say('backup.failed-by-itself', { reason: inWords(failureOf(keeping.failure)) })}</p>
        )}
      </div>
      <p className={classes.small}>{say('backup.explain')}</p>
    </Panel>
  );
}
