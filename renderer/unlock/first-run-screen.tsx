import { useState } from 'react';
import type { SessionStatus } from '../../shared/contract/session.ts';
import { useSessionChanged } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { FirstRunForm } from './first-run-form.tsx';
import { ImportPractice } from './import/import-practice.tsx';
import { OpenDemo } from './open-demo.tsx';
import { RecoveryKeySheet } from './recovery-key-sheet.tsx';
import { RestoreBackup } from './rescue/restore-backup.tsx';
import classes from './unlock-form.module.css';
import { UnlockFrame } from './unlock-frame.tsx';
import { useKeepRecoveryKey } from './use-keep-recovery-key.ts';

interface Created {
  readonly recoveryKey: string;
  readonly practice: string;
  readonly status: SessionStatus;
}

/**
 * First start: the practice, its first person and passphrase; then the recovery key, once. Or a practice that comes from elsewhere, out of a
 * backup or an export. Or a look at sample patients.
 */
export function FirstRunScreen({ status }: { readonly status: SessionStatus }) {
  const { say } = useWords();
  const sessionChanged = useSessionChanged();
  const keepRecoveryKey = useKeepRecoveryKey();
  const [created, setCreated] = useState<Created | null>(null);
  const [way, setWay] = useState<'new' | 'restore' | 'import'>('new');
  const open = async (status: SessionStatus) => {
    if (!(await keepRecoveryKey())) sessionChanged(status);
  };
  if (created !== null) {
    return (
      <UnlockFrame title={say('recovery-key.title')}>
        <RecoveryKeySheet
          recoveryKey={created.recoveryKey}
          practice={created.practice}
          done={say('recovery-key.go')}
          onDone={() => void open(created.status)}
        />
      </UnlockFrame>
    );
  }
  if (way !== 'new') {
    const fromExport = way === 'import';
    return (
      <UnlockFrame title={say(fromExport ? 'import.first-run' : 'rescue.first-run')}>
        <div className={classes.form}>
          <p className={classes.small}>{say(fromExport ? 'import.explain' : 'rescue.first-run-explain')}</p>
          {fromExport ? <ImportPractice onImported={setCreated} /> : <RestoreBackup known={false} />}
          <button type="button" className={classes.link} onClick={() => setWay('new')}>
            {say('rescue.first-run-back')}
          </button>
        </div>
      </UnlockFrame>
    );
  }
  return (
    <UnlockFrame title={say('first-run.title')} foot={status.practice?.folder}>
      <FirstRunForm onCreated={setCreated} />
      <div className={classes.ways}>
        <button type="button" className={classes.link} onClick={() => setWay('restore')}>
          {say('rescue.first-run')}
        </button>
        <button type="button" className={classes.link} onClick={() => setWay('import')}>
          {say('import.first-run')}
        </button>
      </div>
      <OpenDemo />
    </UnlockFrame>
  );
}
