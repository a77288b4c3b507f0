import { Link } from '@tanstack/react-router';
import { sayAge } from '../../practice/backup/say-age.ts';
import { useKeeping } from '../../practice/backup/use-keeping.ts';
import { useWords } from '../words/use-words.ts';
import classes from './status-line.module.css';

/** How old the newest verified backup is; amber once it is too old. Leads to where one is made. */
export function StatusLineBackup() {
  const words = useWords();
  const { say } = words;
  const keeping = useKeeping().data;
  if (keeping === undefined) return null;
  const { newestAt, overdue, now, running, failure } = keeping;
  const age = newestAt === null ? '' : sayAge(newestAt, now, words);
  const said =
    running?.kind === 'backup'
      ? say('status.backup-running')
      : failure !== null
        ? say('status.backup-failed')
        : newestAt === null
          ? say('status.backup-none')
          : say(overdue ? 'status.backup-overdue' : 'status.backup', { age });
  const amber = running?.kind !== 'backup' && (overdue || failure !== null);
  return (
    <Link to="/practice/backup" className={classes.backup} data-overdue={amber || undefined}>
      {said}
    </Link>
  );
}
