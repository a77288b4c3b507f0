import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Person } from '../../../shared/contract/values.ts';
import { sayLosses } from '../../../shared/messages/say-losses.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import { PersonChoice } from '../person-choice.tsx';
import classes from '../unlock-form.module.css';
import { RescueWork } from './rescue-work.tsx';
import own from './salvage-form.module.css';

/** Writes whatever can still be read of a damaged store, for somebody whose passphrase opens it. */
export function SalvageForm({ people }: { readonly people: readonly Person[] }) {
  const words = useWords();
  const { say } = words;
  const inWords = useFailureWords();
  const client = useClient();
  const [personId, setPersonId] = useState(people[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const save = useMutation({ mutationFn: (input: { personId: string; passphrase: string }) => client.rescue.salvage(input) });

  function submit(event: FormEvent) {
    event.preventDefault();
    setEmpty(passphrase === '');
    if (passphrase !== '') save.mutate({ personId, passphrase });
  }

  const person = people.find(({ id }) => id === personId);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p className={classes.small}>{say('rescue.salvage-explain')}</p>
      {people.length > 1 && <PersonChoice legend={say('unlock.who')} people={people} chosen={personId} onChoose={setPersonId} />}
      <PasswordInput
        label={say('unlock.passphrase-of', { name: person?.name ?? '' })}
        autoComplete="current-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={save.isError ? inWords(save.error) : empty ? say('unlock.enter-passphrase') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': say('unlock.show-passphrase') }}
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {say('rescue.salvage-do')}
      </Button>
      {save.isPending && <RescueWork />}
      <div role="status" className={own.found}>
        {save.isSuccess && (
          <>
            <p>{say('salvage.saved', { rows: save.data.rows, file: save.data.file })}</p>
            {sayLosses(words, save.data.losses).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p>{say('salvage.next')}</p>
          </>
        )}
      </div>
    </form>
  );
}
