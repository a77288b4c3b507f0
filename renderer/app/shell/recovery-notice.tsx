import { IconKey } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { useWords } from '../words/use-words.ts';
import classes from './host-notice.module.css';

const keysPlace = '/practice/people';

/** Tells an owner that nobody may have the recovery key, until it is put away; where keys are made nothing stands above them. */
export function RecoveryNotice({ status }: { readonly status: SessionStatus }) {
  const { say } = useWords();
  const atKeys = useRouterState({ select: (state) => state.location.pathname === keysPlace });
  if (!status.recoveryUnseen || status.person?.roles.includes('owner') !== true || atKeys) return null;
  return (
    <div role="status" className={classes.place}>
      <p className={classes.notice}>
        <IconKey size={16} stroke={1.8} aria-hidden="true" className={classes.icon} />
        <span>
          {say('keys.recovery-unseen')} <Link to={keysPlace}>{say('keys.recovery-new')}</Link>
        </span>
      </p>
    </div>
  );
}
