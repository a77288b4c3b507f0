import { useState } from 'react';
import type { SessionStatus } from '../../shared/contract/session.ts';
import { useSessionChanged } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { FirstRunForm } from './first-run-form.tsx';
import { OpenDemo } from './open-demo.tsx';
import { RecoveryKeySheet } from './recovery-key-sheet.tsx';
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
  if (created !== null) {
    return (
      <UnlockFrame title={say('recovery-key.title')}>
        <RecoveryKeySheet recoveryKey={created.recoveryKey} practice={created.practice} onDone={() => sessionChanged(created.status)} />
      </UnlockFrame>
    );
  }
  return (
    <UnlockFrame title={say('first-run.title')} foot={status.practice?.folder}>
      <FirstRunForm onCreated={setCreated} />
      <OpenDemo />
    </UnlockFrame>
  );
}
