import { IconPlugConnectedX } from '@tabler/icons-react';
import { useConnection } from '../client/use-connection.ts';
import { useWords } from '../words/use-words.ts';
import classes from './host-notice.module.css';

/** Says for as long as it lasts that the host does not answer, or that this window belongs to an earlier start; nothing while all is well. */
export function HostNotice() {
  const { say } = useWords();
  const connection = useConnection();
  return (
    <div role="status" className={classes.place}>
      {connection !== 'online' && (
        <p className={classes.notice}>
          <IconPlugConnectedX size={16} stroke={1.8} aria-hidden="true" className={classes.icon} />
          {say(connection === 'offline' ? 'error.offline' : 'error.outdated')}
        </p>
      )}
    </div>
  );
}
