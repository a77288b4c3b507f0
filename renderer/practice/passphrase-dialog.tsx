import { Button, Modal, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import formClasses from '../patient/patient-form.module.css';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  readonly run: (passphrase: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the own passphrase again, before what an unlocked screen alone should not be able to do. */
export function PassphraseDialog({ opened, title, onClose, ...rest }: Props) {
  const { say } = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say('action.close') }}>
      <PassphraseForm onClose={onClose} {...rest} />
    </Modal>
  );
}

function PassphraseForm({ action, run, onClose }: Omit<Props, 'opened' | 'title'>) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const doing = useMutation({ mutationFn: run, onSuccess: onClose });

  function submit(event: FormEvent) {
    event.preventDefault();
    setEmpty(passphrase === '');
    if (passphrase !== '') doing.mutate(passphrase);
  }

  return (
    <form className={formClasses.form} onSubmit={submit} noValidate>
      <PasswordInput
        label={say('keys.confirm')}
        description={say('keys.confirm-explain')}
        data-autofocus
        autoComplete="current-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={doing.isError ? inWords(doing.error) : empty ? say('unlock.enter-passphrase') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': say('unlock.show-passphrase') }}
      />
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('action.cancel')}
        </Button>
        <Button type="submit" loading={doing.isPending}>
          {action}
        </Button>
      </div>
    </form>
  );
}
