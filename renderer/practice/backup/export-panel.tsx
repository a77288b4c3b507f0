import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import { Panel } from '../../controls/panel.tsx';
import { FolderInput } from '../../unlock/rescue/folder-input.tsx';
import classes from './backup.module.css';

/** Everything as documented lines of text: leaving is as easy as coming. */
export function ExportPanel() {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const [folder, setFolder] = useState('');
  const [empty, setEmpty] = useState(false);
  const write = useMutation({ mutationFn: (into: string) => client.keeping.export({ folder: into }) });

  function submit(event: FormEvent) {
    event.preventDefault();
    setEmpty(folder.trim() === '');
    if (folder.trim() !== '') write.mutate(folder.trim());
  }

  return (
    <Panel title={say('export.title')}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <p className={classes.small}>{say('export.explain')}</p>
        <FolderInput
          label={say('export.folder')}
          value={folder}
          onFolder={setFolder}
          error={write.isError ? inWords(write.error) : empty ? say('export.name-it') : undefined}
        />
        <Button type="submit" variant="default" loading={write.isPending}>
          {say('export.do')}
        </Button>
        <p role="status" className={classes.done}>
          {write.isSuccess && say('export.done', write.data)}
        </p>
      </form>
    </Panel>
  );
}
