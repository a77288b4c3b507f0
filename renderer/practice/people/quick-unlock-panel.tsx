import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useSessionChanged } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import { Panel } from '../../controls/panel.tsx';
import classes from '../practice-screen.module.css';

/** Whether whoever is unlocked may unlock by this computer's keystore; taken over at once. */
export function QuickUnlockPanel({ status }: { readonly status: SessionStatus }) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const change = useMutation({
    mutationFn: (on: boolean) => client.people.quickUnlock({ on }),
    onSuccess: useSessionChanged(),
  });
  const isOn = status.person !== null && status.quickUnlock.people.includes(status.person.id);
  return (
    <Panel title={say('quick.title')}>
      <p className={classes.explain}>{say('quick.explain')}</p>
      <Switch
        label={say('quick.on')}
        checked={change.isPending ? change.variables : isOn}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
        error={change.isError ? inWords(change.error) : undefined}
      />
    </Panel>
  );
}
