import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/contract/values.ts';
import { useClient } from '../app/client-provider.tsx';
import { useSessionChanged } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import { PersonChoice } from './person-choice.tsx';
import { QuickUnlock } from './quick-unlock.tsx';
import classes from './unlock-form.module.css';
import { useCountdown } from './use-countdown.ts';

interface Props {
  readonly people: readonly Person[];
  /** Who unlocks by this computer's keystore. */
  readonly quick: readonly string[];
  readonly onRecover: () => void;
  /** The passphrase was right, and the store is damaged. */
  readonly onDamaged: (damage: Failure) => void;
}

/** Name and passphrase; a wrong one is said at the field, which keeps the focus, and too many of them count down. */
export function UnlockForm({ people, quick, onRecover, onDamaged }: Props) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const sessionChanged = useSessionChanged();
  const field = useRef<HTMLInputElement>(null);
  const [personId, setPersonId] = useState(people[0]?.id);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const wait = useCountdown();
  const unlock = useMutation({
    mutationFn: (input: { personId: string; passphrase: string }) => client.session.unlock(input),
    onSuccess: sessionChanged,
    onError: (error) => {
      if (error instanceof Failure && error.code === 'slow-down') wait.start(error.data.seconds ?? 5);
      if (error instanceof Failure && error.code === 'store-damaged') return onDamaged(error);
      setProblem(inWords(error));
      field.current?.select();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (personId === undefined || wait.left > 0 || unlock.isPending) return;
    if (passphrase === '') {
      setProblem(say('unlock.enter-passphrase'));
      field.current?.focus();
      return;
    }
    setProblem(null);
    unlock.mutate({ personId, passphrase });
  }

  const person = people.find((each) => each.id === personId);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <PersonChoice
        legend={say('unlock.who')}
        people={people}
        chosen={personId}
        onChoose={(id) => {
          setPersonId(id);
          setProblem(null);
          setPassphrase('');
        }}
      />
      <PasswordInput
        ref={field}
        label={say('unlock.passphrase-of', { name: person?.name ?? '' })}
        data-autofocus
        autoFocus
        autoComplete="current-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={wait.left > 0 ? say('unlock.wait', { seconds: wait.left }) : problem}
        visibilityToggleButtonProps={{ 'aria-label': say('unlock.show-passphrase') }}
      />
      <Button type="submit" loading={unlock.isPending} disabled={wait.left > 0}>
        {say('unlock.open')}
      </Button>
      {personId !== undefined && quick.includes(personId) && <QuickUnlock personId={personId} onDamaged={onDamaged} />}
      <button type="button" className={classes.link} onClick={onRecover}>
        {say('unlock.recover-link')}
      </button>
    </form>
  );
}
