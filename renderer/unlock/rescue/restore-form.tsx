import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CaudaClient } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import type { Backup } from '../../../shared/contract/keeping.ts';
import type { Person } from '../../../shared/contract/values.ts';
import { useWords } from '../../app/words/use-words.ts';
import { FailureNotice } from '../../controls/failure-notice.tsx';
import { useFailureWords } from '../../controls/failure-words.ts';
import { PersonChoice } from '../person-choice.tsx';
import classes from '../unlock-form.module.css';
import { useCountdown } from '../use-countdown.ts';

type Restoring = Parameters<CaudaClient['rescue']['restore']>[0];
type Restored = Awaited<ReturnType<CaudaClient['rescue']['restore']>>;

interface Props {
  readonly backup: Backup;
  /** Who may open it, as of its day. */
  readonly people: () => Promise<{ readonly people: readonly Person[] }>;
  readonly restore: (input: Restoring) => Promise<Restored>;
  readonly onRestored: (restored: Restored) => void;
  readonly onFailed?: () => void;
}

/** The owner of the backup's day opens it with the passphrase of that day. */
export function RestoreForm({ backup, people, ...rest }: Props) {
  const { say } = useWords();
  const { folder, name } = backup;
  const inBackup = useQuery({ queryKey: ['rescue', 'people', folder, name], queryFn: people });
  if (inBackup.error !== null) return <FailureNotice error={inBackup.error} />;
  if (inBackup.data === undefined) return null;
  const owners = inBackup.data.people.filter(({ roles }) => roles.includes('owner'));
  if (owners.length === 0) return <p className={classes.failure}>{say('restore.no-owner')}</p>;
  return <OwnerForm key={name} backup={backup} owners={owners} {...rest} />;
}

function OwnerForm({ backup, owners, restore, onRestored, onFailed }: Omit<Props, 'people'> & { readonly owners: readonly Person[] }) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const [personId, setPersonId] = useState(owners[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const wait = useCountdown();
  const restoring = useMutation({
    mutationFn: restore,
    onSuccess: onRestored,
    onError: (error) => {
      if (error instanceof Failure && error.code === 'slow-down') wait.start(error.data.seconds ?? 5);
      setProblem(inWords(error));
      onFailed?.();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (restoring.isPending || wait.left > 0) return;
    setProblem(passphrase === '' ? say('unlock.enter-passphrase') : null);
    if (passphrase !== '') restoring.mutate({ folder: backup.folder, name: backup.name, personId, passphrase });
  }

  const owner = owners.find(({ id }) => id === personId);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {owners.length > 1 && <PersonChoice legend={say('restore.who')} people={owners} chosen={personId} onChoose={setPersonId} />}
      <PasswordInput
        label={say('restore.passphrase', { name: owner?.name ?? '' })}
        autoComplete="current-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={wait.left > 0 ? say('unlock.wait', { seconds: wait.left }) : problem}
        visibilityToggleButtonProps={{ 'aria-label': say('unlock.show-passphrase') }}
      />
      <Button type="submit" loading={restoring.isPending} disabled={wait.left > 0}>
        {say('restore.do')}
      </Button>
    </form>
  );
}
