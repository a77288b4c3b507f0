import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CaudaClient } from '../../../shared/contract/contract.ts';
import type { ExportedPractice } from '../../../shared/contract/keeping.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { LongWork } from '../../practice/backup/long-work.tsx';
import { NewPassphrase, newPassphraseProblems } from '../new-passphrase.tsx';
import { PersonChoice } from '../person-choice.tsx';
import classes from '../unlock-form.module.css';
import { useImportWords } from './use-import-words.ts';

type Importing = Parameters<CaudaClient['rescue']['import']>[0];
export type Imported = Awaited<ReturnType<CaudaClient['rescue']['import']>>;

const watchingMilliseconds = 400;

interface Props {
  readonly from: ExportedPractice;
  readonly onImported: (imported: Imported) => void;
}

/** One of the owners sets a new passphrase: an export holds none. */
export function ImportForm({ from, onImported }: Props) {
  const { say } = useWords();
  const inWords = useImportWords();
  const client = useClient();
  const [personId, setPersonId] = useState(from.owners[0]?.id ?? '');
  const [fresh, setFresh] = useState({ passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const bring = useMutation({ mutationFn: (input: Importing) => client.rescue.import(input), onSuccess: onImported });
  const running = useQuery({
    queryKey: ['rescue', 'status'],
    queryFn: () => client.rescue.status({}),
    enabled: bring.isPending,
    refetchInterval: watchingMilliseconds,
  }).data?.running;
  const problems = newPassphraseProblems(fresh);
  const owner = from.owners.find(({ id }) => id === personId);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (bring.isPending || Object.keys(problems).length > 0) return;
    bring.mutate({ file: from.file, personId, passphrase: fresh.passphrase });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {from.owners.length > 1 && <PersonChoice legend={say('import.who')} people={from.owners} chosen={personId} onChoose={setPersonId} />}
      <NewPassphrase
        label={say('import.passphrase', { name: owner?.name ?? '' })}
        value={fresh}
        problems={tried ? problems : {}}
        onChange={setFresh}
      />
      <p className={classes.small}>{say('import.others')}</p>
      {bring.isError && (
        <p role="alert" className={classes.failure}>
          {inWords(bring.error)}
        </p>
      )}
      <Button type="submit" loading={bring.isPending}>
        {say('import.do')}
      </Button>
      {bring.isPending && running?.kind === 'import' && <LongWork work={running} />}
    </form>
  );
}
