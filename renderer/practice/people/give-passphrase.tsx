import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Person } from '../../../shared/contract/values.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import formClasses from '../../patient/patient-form.module.css';
import { NewPassphrase, newPassphraseProblems } from '../../unlock/new-passphrase.tsx';

interface Props {
  /** Null: the dialog is closed. */
  readonly person: Person | null;
  readonly onClose: () => void;
}

/** A new passphrase for somebody who lost theirs, or has none yet. */
export function GivePassphrase({ person, onClose }: Props) {
  const { say } = useWords();
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      title={person !== null && say('people.give-for', { name: person.name })}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {person !== null && <GiveForm person={person} onClose={onClose} />}
    </Modal>
  );
}

function GiveForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const [fresh, setFresh] = useState({ passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const problems = newPassphraseProblems(fresh);
  const give = useMutation({
    mutationFn: (newPassphrase: string) => client.people.givePassphrase({ personId: person.id, newPassphrase }),
    onSuccess: async () => {
      await Promise.all(['session', 'people'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      notifications.show({ message: say('people.given', { name: person.name }) });
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0) give.mutate(fresh.passphrase);
  }

  return (
    <form className={formClasses.form} onSubmit={submit} noValidate>
      <p>{say('people.give-explain', { name: person.name })}</p>
      <NewPassphrase label={say('people.new')} value={fresh} problems={tried ? problems : {}} onChange={setFresh} />
      {give.isError && (
        <p role="alert" className={formClasses.failure}>
          {inWords(give.error)}
        </p>
      )}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('action.cancel')}
        </Button>
        <Button type="submit" loading={give.isPending}>
          {say('people.give')}
        </Button>
      </div>
    </form>
  );
}
