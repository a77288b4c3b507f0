import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../app/client-provider.tsx';
import { useSessionChanged } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { Panel } from '../../controls/panel.tsx';
import { PassphraseDialog } from '../passphrase-dialog.tsx';
import classes from '../practice-screen.module.css';

interface Props {
  readonly sample: boolean;
  /** A new recovery key was made: it is shown this once. */
  readonly onRecoveryKey: (recoveryKey: string) => void;
}

/** The owner's keys: the printed recovery key, and the key of the store itself. */
export function KeysPanel({ sample, onRecoveryKey }: Props) {
  const { say } = useWords();
  const client = useClient();
  const queries = useQueryClient();
  const sessionChanged = useSessionChanged();
  const [asking, setAsking] = useState<'recovery' | 'rotate' | null>(null);

  async function make(passphrase: string): Promise<void> {
    if (asking === 'recovery') {
      onRecoveryKey((await client.people.newRecoveryKey({ passphrase })).recoveryKey);
      return;
    }
    const { recoveryKey, status } = await client.people.rotateKey({ passphrase });
    sessionChanged(status);
    void queries.invalidateQueries({ queryKey: ['people'] });
    onRecoveryKey(recoveryKey);
  }

  const title = say(asking === 'rotate' ? 'keys.rotate-do' : 'keys.recovery-new');
  return (
    <>
      <Panel title={say('keys.recovery')}>
        <p className={classes.explain}>{say('keys.recovery-explain')}</p>
        <Button variant="default" onClick={() => setAsking('recovery')}>
          {say('keys.recovery-new')}
        </Button>
      </Panel>
      <Panel title={say('keys.rotate')}>
        <p className={classes.explain}>{say('keys.rotate-explain')}</p>
        {sample ? (
          <p className={classes.small}>{say('keys.sample')}</p>
        ) : (
          <Button variant="default" onClick={() => setAsking('rotate')}>
            {say('keys.rotate-do')}
          </Button>
        )}
      </Panel>
      <PassphraseDialog opened={asking !== null} title={title} action={title} run={make} onClose={() => setAsking(null)} />
    </>
  );
}
