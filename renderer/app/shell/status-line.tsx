import type { SessionStatus } from '../../../shared/contract/session.ts';
import { KeyNames } from '../commands/key-names.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './status-line.module.css';
import { StatusLineBackup } from './status-line-backup.tsx';

interface Props {
  readonly status: SessionStatus;
  readonly minutesLeft: number;
  readonly onShowKeys: () => void;
  readonly onFind: () => void;
}

/** Practice, person, the last backup, time until the lock, rules; and where to find keys and everything else. */
export function StatusLine({ status, minutesLeft, onShowKeys, onFind }: Props) {
  const { say } = useWords();
  return (
    <footer className={classes.line}>
      <span>{status.practice?.name}</span>
      <span>{status.person?.name}</span>
      {status.practice?.demo === true ? <span className={classes.demo}>{say('status.demo')}</span> : <StatusLineBackup />}
      <span className="num">{say('status.locks-in', { minutes: minutesLeft })}</span>
      <span className={classes.rules}>{say('status.rules', { version: status.rulesVersion })}</span>
      <span className={classes.space} />
      <button type="button" className={classes.key} onClick={onShowKeys}>
        <KeyNames keys="?" /> {say('status.keys')}
      </button>
      <button type="button" className={classes.key} onClick={onFind}>
        <KeyNames keys="Mod+K" /> {say('status.find')}
      </button>
    </footer>
  );
}
