import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CaudaClient } from '../../../shared/contract/contract.ts';
import type { Backup } from '../../../shared/contract/keeping.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useSessionChanged } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { FailureNotice } from '../../controls/failure-notice.tsx';
import classes from '../unlock-form.module.css';
import { BackupChoice } from './backup-choice.tsx';
import { FolderInput } from './folder-input.tsx';
import { RestoreForm } from './restore-form.tsx';

/**
 * The backups that are known, or lie in a folder that somebody names; the newest is chosen, and one of its owners opens it.
 * `known`: there was a practice here, so that finding none is worth a word before anybody has looked elsewhere.
 */
export function RestoreBackup({ known }: { readonly known: boolean }) {
  const { say } = useWords();
  const client = useClient();
  const queries = useQueryClient();
  const sessionChanged = useSessionChanged();
  const [folder, setFolder] = useState('');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Backup | null>(null);
  const found = useQuery({ queryKey: ['rescue', 'list', folder], queryFn: () => client.rescue.list({ folder }) });
  const backups = (found.data?.places ?? [])
    .flatMap((place) => place.backups)
    .filter(({ contents }) => contents !== null)
    .sort((one, other) => Date.parse(other.contents?.madeAt ?? '') - Date.parse(one.contents?.madeAt ?? ''));
  const backup = backups.find(({ folder: place, name }) => place === chosen?.folder && name === chosen.name) ?? backups[0];

  function look(event: FormEvent) {
    event.preventDefault();
    setFolder(typed.trim());
    void queries.invalidateQueries({ queryKey: ['rescue', 'list'] });
  }

  function restored({ status }: Awaited<ReturnType<CaudaClient['rescue']['restore']>>) {
    sessionChanged(status);
    void queries.invalidateQueries();
  }

  return (
    <div className={classes.form}>
      {found.error !== null && <FailureNotice error={found.error} onTryAgain={() => void found.refetch()} />}
      {found.isSuccess && backup === undefined && (known || folder !== '') && <p role="status">{say('rescue.none')}</p>}
      {backup !== undefined && (
        <>
          <BackupChoice backups={backups} chosen={backup} onChoose={setChosen} />
          <RestoreForm
            backup={backup}
            people={() => client.rescue.people({ folder: backup.folder, name: backup.name })}
            restore={(input) => client.rescue.restore(input)}
            onRestored={restored}
          />
        </>
      )}
      <form className={classes.inline} onSubmit={look} noValidate>
        <FolderInput label={say('rescue.folder')} description={say('rescue.folder-help')} value={typed} onFolder={setTyped} />
        <Button type="submit" variant="default">
          {say('rescue.look')}
        </Button>
      </form>
    </div>
  );
}
