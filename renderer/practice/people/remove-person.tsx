import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Person } from '../../../shared/contract/values.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import formClasses from '../../patient/patient-form.module.css';

interface Props {
  /** Null: the dialog is closed. */
  readonly person: Person | null;
  readonly onClose: () => void;
}

/** Takes a person's key away, after naming what that means. */
export function RemovePerson({ person, onClose }: Props) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: ({ id }: Person) => client.people.remove({ personId: id }),
    onSuccess: async (_done, { name }) => {
      await Promise.all(['session', 'people'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      notifications.show({ message: say('people.removed', { name }) });
      onClose();
    },
  });
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      title={person !== null && say('people.remove-title', { name: person.name })}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {person !== null && (
        <div className={formClasses.form}>
          <p>{say('people.remove-explain', { name: person.name })}</p>
          {remove.isError && (
            <p role="alert" className={formClasses.failure}>
              {inWords(remove.error)}
            </p>
          )}
          <div className={formClasses.actions}>
            <Button variant="default" onClick={onClose} data-autofocus>
              {say('action.cancel')}
            </Button>
            <Button loading={remove.isPending} onClick={() => remove.mutate(person)}>
              {say('people.remove')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
