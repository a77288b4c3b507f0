import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/contract/values.ts';
import { useClient } from '../app/client-provider.tsx';
import { useSessionChanged } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import { NewPassphrase, type NewPassphraseProblems, newPassphraseProblems } from './new-passphrase.tsx';
import { PersonChoice } from './person-choice.tsx';
import classes from './unlock-form.module.css';
import { useCountdown } from './use-countdown.ts';

interface Props {
  readonly people: readonly Person[];
  readonly onBack: () => void;
  /** The key was right, and the store is damaged. */
  readonly onDamaged: (damage: Failure) => void;
}

/** The way in without a passphrase: the printed recovery key, and a new passphrase for one person. */
export function RecoverForm({ people, onBack, onDamaged }: Props) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const sessionChanged = useSessionChanged();
  const [personId, setPersonId] = useState(people[0]?.id);
  const [recoveryKey, setRecoveryKey] = useState('');
  const [fresh, setFresh] = useState({ passphrase: '', again: '' });
  const [problems, setProblems] = useState<NewPassphraseProblems>({});
  const [keyProblem, setKeyProblem] = useState<string | null>(null);
  const wait = useCountdown();
  const recover = useMutation({
    mutationFn: (input: { recoveryKey: string; personId: string; newPassphrase: string }) => client.session.recover(input),
    onSuccess: sessionChanged,
    onError: (error) => {
      const code = error instanceof Failure ? error.code : null;
      if (error instanceof Failure && code === 'slow-down') wait.start(error.data.seconds ?? 5);
      if (error instanceof Failure && code === 'store-damaged') return onDamaged(error);
      setKeyProblem(code === 'wrong-passphrase' ? say('recover.wrong') : inWords(error));
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = newPassphraseProblems(fresh);
    setProblems(found);
    setKeyProblem(recoveryKey.trim() === '' ? say('recover.enter-key') : null);
    if (personId === undefined || recoveryKey.trim() === '' || Object.keys(found).length > 0 || wait.left > 0) return;
    recover.mutate({ recoveryKey: recoveryKey.trim(), personId, newPassphrase: fresh.passphrase });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p className={classes.small}>{say('recover.explain')}</p>
      <TextInput
        label={say('recover.key')}
        description={say('recover.key-help')}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={recoveryKey}
        onChange={(event) => setRecoveryKey(event.currentTarget.value)}
        error={wait.left > 0 ? say('unlock.wait', { seconds: wait.left }) : keyProblem}
      />
      <PersonChoice legend={say('recover.person')} people={people} chosen={personId} onChoose={setPersonId} />
      <NewPassphrase label={say('recover.new')} value={fresh} problems={problems} onChange={setFresh} />
      <Button type="submit" loading={recover.isPending} disabled={wait.left > 0}>
        {say('recover.open')}
      </Button>
      <button type="button" className={classes.link} onClick={onBack}>
        {say('unlock.back-to-passphrase')}
      </button>
    </form>
  );
}
