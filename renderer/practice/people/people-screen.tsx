import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../app/client-provider.tsx';
import { useCommands } from '../../app/commands/use-commands.ts';
import { useSession } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { FailureNotice } from '../../controls/failure-notice.tsx';
import { Panel } from '../../controls/panel.tsx';
import { RecoveryKeySheet } from '../../unlock/recovery-key-sheet.tsx';
import { useKeepRecoveryKey } from '../../unlock/use-keep-recovery-key.ts';
import { practiceCommands } from '../commands.ts';
import { PracticeFrame } from '../practice-frame.tsx';
import classes from '../practice-screen.module.css';
import { AddPerson } from './add-person.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { QuickUnlockPanel } from './quick-unlock-panel.tsx';

/** Who may unlock, and the keys that open the practice. */
export function PeopleScreen() {
  const { say } = useWords();
  const client = useClient();
  const status = useSession().data;
  const people = useQuery({ queryKey: ['people'], queryFn: () => client.people.list({}) });
  const [adding, setAdding] = useState(false);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const keepRecoveryKey = useKeepRecoveryKey();
  const isOwner = status?.person?.roles.includes('owner') === true;
  const putAway = async () => {
    await keepRecoveryKey();
    setRecoveryKey(null);
  };
  const canAdd = isOwner && recoveryKey === null;
  useCommands(practiceCommands, canAdd ? { 'practice-add-person': () => setAdding(true) } : {});
  if (status === undefined) return null;
  if (recoveryKey !== null) {
    return (
      <PracticeFrame>
        <div className={classes.sheet}>
          <Panel title={say('recovery-key.title')}>
            <RecoveryKeySheet
              recoveryKey={recoveryKey}
              practice={status.practice?.name ?? ''}
              done={say('recovery-key.done')}
              onDone={() => void putAway()}
            />
          </Panel>
        </div>
      </PracticeFrame>
    );
  }
  return (
    <PracticeFrame action={isOwner && <Button onClick={() => setAdding(true)}>{say('practice.people.add')}</Button>}>
      <div className={classes.content}>
        {people.error !== null && <FailureNotice error={people.error} onTryAgain={() => void people.refetch()} />}
        {people.data !== undefined && (
          <div className={classes.wide}>
            <PeoplePanel people={people.data.rows} me={status.person?.id} isOwner={isOwner} />
          </div>
        )}
        <div className={classes.column}>
          <ChangePassphrase />
          {status.quickUnlock.available && <QuickUnlockPanel status={status} />}
        </div>
        {isOwner && (
          <div className={classes.column}>
            <KeysPanel sample={status.practice?.demo === true} onRecoveryKey={setRecoveryKey} />
          </div>
        )}
      </div>
      <AddPerson opened={adding} onClose={() => setAdding(false)} />
    </PracticeFrame>
  );
}
