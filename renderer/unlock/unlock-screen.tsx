import { useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import type { SessionStatus } from '../../shared/contract/session.ts';
import { useWords } from '../app/words/use-words.ts';
import { RecoverForm } from './recover-form.tsx';
import { SamplePractice } from './sample-practice.tsx';
import { saySize } from './say-size.ts';
import { UnlockForm } from './unlock-form.tsx';
import { UnlockFrame } from './unlock-frame.tsx';
import { UnusableScreen } from './unusable-screen.tsx';

/** Choose your name, type your passphrase; or open with the printed recovery key. */
export function UnlockScreen({ status }: { readonly status: SessionStatus }) {
  const words = useWords();
  const { say } = words;
  const [recovering, setRecovering] = useState(false);
  const [damage, setDamage] = useState<Failure | null>(null);
  const practice = status.practice;
  if (damage !== null) return <UnusableScreen status={{ ...status, failure: damage.data }} onAgain={() => setDamage(null)} />;
  return (
    <UnlockFrame
      title={recovering ? say('recover.title') : (practice?.name ?? say('unlock.title'))}
      foot={
        practice !== null && (
          <>
            <p className="num">{say('unlock.store', { folder: practice.folder, size: saySize(practice.sizeBytes, words) })}</p>
            <p>{say('unlock.encrypted')}</p>
          </>
        )
      }
    >
      {recovering ? (
        <RecoverForm people={status.people} onBack={() => setRecovering(false)} onDamaged={setDamage} />
      ) : (
        <>
          <UnlockForm
            people={status.people}
            quick={status.quickUnlock.people}
            onRecover={() => setRecovering(true)}
            onDamaged={setDamage}
          />
          {practice?.demo && <SamplePractice />}
        </>
      )}
    </UnlockFrame>
  );
}
