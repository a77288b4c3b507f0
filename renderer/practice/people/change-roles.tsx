import { Button, Checkbox, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Member } from '../../../shared/contract/people.ts';
import { type PersonRole, personRoles } from '../../../shared/contract/values.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useSessionChanged } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import formClasses from '../../patient/patient-form.module.css';

interface Props {
  /** Null: the dialog is closed. */
  readonly person: Member | null;
  readonly onClose: () => void;
}

/** What somebody does here. */
export function ChangeRoles({ person, onClose }: Props) {
  const { say } = useWords();
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      title={person !== null && say('people.roles-of', { name: person.name })}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {person !== null && <RolesForm person={person} onClose={onClose} />}
    </Modal>
  );
}

function RolesForm({ person, onClose }: { readonly person: Member; readonly onClose: () => void }) {
  const { say, sayOf } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const sessionChanged = useSessionChanged();
  const [roles, setRoles] = useState<readonly PersonRole[]>(person.roles);
  const change = useMutation({
    mutationFn: (chosen: PersonRole[]) => client.people.changeRoles({ personId: person.id, roles: chosen }),
    onSuccess: async (status) => {
      sessionChanged(status);
      notifications.show({ message: say('people.roles-changed', { name: person.name }) });
      onClose();
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (roles.length > 0) change.mutate([...roles]);
  }

  return (
    <form className={formClasses.form} onSubmit={submit} noValidate>
      <Checkbox.Group
        label={say('practice.person.roles')}
        value={[...roles]}
        onChange={(chosen) => setRoles(personRoles.filter((role) => chosen.includes(role)))}
        error={roles.length === 0 ? say('first-run.roles-needed') : undefined}
      >
        <div className={formClasses.sexes}>
          {personRoles.map((role) => (
            <Checkbox key={role} value={role} disabled={role === 'owner' && person.lastOwner} label={sayOf(`role.${role}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {change.isError && (
        <p role="alert" className={formClasses.failure}>
          {inWords(change.error)}
        </p>
      )}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('action.cancel')}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {say('action.save')}
        </Button>
      </div>
    </form>
  );
}
