import { useState } from 'react';
import type { SessionStatus } from '../../shared/contract/session.ts';
import { useSessionChanged } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { FirstRunForm } from './first-run-form.tsx';
import { OpenDemo } from './open-demo.tsx';
import { RecoveryKeySheet } from './recovery-key-sheet.tsx';
import { RestoreBackup } from './rescue/restore-backup.tsx';
import classes from './unlock-form.module.css';
import { UnlockFrame } from './unlock-frame.tsx';

interface Created {
  readonly recoveryKey: string;
  readonly practice: string;
  readonly status: SessionStatus;
}

/** First start: the practice, its first person and passphrase; then the recovery key, once. Or a look at sample patients. */
export function FirstRunScreen({ status }: { readonly status: SessionStatus }) {
  const { say } = useWords();
  const sessionChanged = useSessionChanged();
  const [created, setCreated] = useState<Created | null>(null);
  const [restoring, setRestoring] = useState(false);
  if (created !== null) {
    return (
      <UnlockFrame title={say('recovery-key.title')}>
        <RecoveryKeySheet
          recoveryKey={created.recoveryKey}
          practice={created.practice}
          done={say('recovery-key.go')}
          onDone={() => sessionChanged(created.status)}
        />
      </UnlockFrame>
    );
  }
  if (restoring) {
    return (
      <UnlockFrame title={say('rescue.first-run')}>
        <div className={classes.form}>
          <p className={classes.small}>{say('rescue.first-run-explain')}</p>
          <RestoreBackup known={false} />
          <button type="button" className={classes.link} onClick={() => setRestoring(false)}>
            {say('rescue.first-run-back')}
          </button>
        </div>
      </UnlockFrame>
    );
  }
  return (
    <UnlockFrame title={say('first-run.title')} foot={status.practice?.folder}>
      <FirstRunForm onCreated={setCreated} />
      <button type="button" className={classes.link} onClick={() => setRestoring(true)}>
        {say('rescue.first-run')}
      </button>
      <OpenDemo />
    </UnlockFrame>
  );
}
