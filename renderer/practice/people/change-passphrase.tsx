import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import { Panel } from '../../controls/panel.tsx';
import { NewPassphrase, newPassphraseProblems } from '../../unlock/new-passphrase.tsx';
import classes from '../practice-screen.module.css';

/** Whoever is unlocked changes the own passphrase; folded until wanted. */
export function ChangePassphrase() {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={say('people.own-key')}>
      <p className={classes.explain}>{say('people.own-key-explain')}</p>
      {open ? (
        <ChangeForm onDone={() => setOpen(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {say('people.change')}
        </Button>
      )}
    </Panel>
  );
}

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState({ passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const problems = newPassphraseProblems(fresh);
  const change = useMutation({
    mutationFn: (input: { passphrase: string; newPassphrase: string }) => client.people.changePassphrase(input),
    onSuccess: () => {
      notifications.show({ message: say('people.changed') });
      onDone();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (old !== '' && Object.keys(problems).length === 0) change.mutate({ passphrase: old, newPassphrase: fresh.passphrase });
  }

  const missing = tried && old === '' ? say('unlock.enter-passphrase') : undefined;
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <PasswordInput
        label={say('people.old')}
        autoComplete="current-password"
        autoFocus
        value={old}
        onChange={(event) => setOld(event.currentTarget.value)}
        error={change.isError ? inWords(change.error) : missing}
        visibilityToggleButtonProps={{ 'aria-label': say('unlock.show-passphrase') }}
      />
      <NewPassphrase label={say('people.new')} value={fresh} problems={tried ? problems : {}} onChange={setFresh} />
      <div className={classes.buttons}>
        <Button type="submit" loading={change.isPending}>
          {say('people.change')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {say('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
