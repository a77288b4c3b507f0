import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type PersonRole, personRoles } from '../../../shared/contract/values.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import formClasses from '../../patient/patient-form.module.css';
import { NewPassphrase, newPassphraseProblems } from '../../unlock/new-passphrase.tsx';

/** Lets one person more unlock the practice. */
export function AddPerson({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={say('practice.people.add')} closeButtonProps={{ 'aria-label': say('action.close') }}>
      <PersonForm onClose={onClose} />
    </Modal>
  );
}

function PersonForm({ onClose }: { readonly onClose: () => void }) {
  const { say, sayOf } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly PersonRole[]>(['clinician']);
  const [fresh, setFresh] = useState({ passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const problems = newPassphraseProblems(fresh);
  const add = useMutation({
    mutationFn: (input: { name: string; roles: PersonRole[]; passphrase: string }) => client.session.addPerson(input),
    onSuccess: async (person) => {
      await Promise.all(['session', 'people'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      notifications.show({ message: say('practice.people.added', { name: person.name }) });
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || roles.length === 0 || Object.keys(problems).length > 0) return;
    add.mutate({ name, roles: [...roles], passphrase: fresh.passphrase });
  }

  return (
    <form className={formClasses.form} onSubmit={submit} noValidate>
      <TextInput
        label={say('practice.person.name')}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' ? say('first-run.fill') : undefined}
      />
      <Checkbox.Group
        label={say('practice.person.roles')}
        value={[...roles]}
        onChange={(chosen) => setRoles(personRoles.filter((role) => chosen.includes(role)))}
        error={tried && roles.length === 0 ? say('first-run.roles-needed') : undefined}
      >
        <div className={formClasses.sexes}>
          {personRoles.map((role) => (
            <Checkbox key={role} value={role} label={sayOf(`role.${role}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <NewPassphrase label={say('practice.person.passphrase')} value={fresh} problems={tried ? problems : {}} onChange={setFresh} />
      {add.isError && (
        <p role="alert" className={formClasses.failure}>
          {inWords(add.error)}
        </p>
      )}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('action.cancel')}
        </Button>
        <Button type="submit" loading={add.isPending}>
          {say('practice.people.add')}
        </Button>
      </div>
    </form>
  );
}
