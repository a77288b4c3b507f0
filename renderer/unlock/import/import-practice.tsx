import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { FolderInput } from '../rescue/folder-input.tsx';
import classes from '../unlock-form.module.css';
import { ExportChoice } from './export-choice.tsx';
import { type Imported, ImportForm } from './import-form.tsx';
import { useImportWords } from './use-import-words.ts';

/** A practice that comes as an export: where it lies, which it is, and the new passphrase of one of its owners. */
export function ImportPractice({ onImported }: { readonly onImported: (imported: Imported) => void }) {
  const { say } = useWords();
  const inWords = useImportWords();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [path, setPath] = useState('');
  const [empty, setEmpty] = useState(false);
  const [chosen, setChosen] = useState('');
  const found = useQuery({
    queryKey: ['rescue', 'exports', path],
    queryFn: () => client.rescue.exports({ path }),
    enabled: path !== '',
    retry: false,
  });
  const exports = found.data?.exports ?? [];
  const which = exports.find(({ file }) => file === chosen) ?? exports[0];

  function look(event: FormEvent) {
    event.preventDefault();
    setEmpty(typed.trim() === '');
    if (typed.trim() === path) void found.refetch();
    setPath(typed.trim());
  }

  const problem = found.error !== null ? inWords(found.error) : empty ? say('export.name-it') : undefined;
  return (
    <div className={classes.form}>
      <form className={classes.inline} onSubmit={look} noValidate>
        <FolderInput label={say('import.path')} description={say('import.path-help')} value={typed} onFolder={setTyped} error={problem} />
        <Button type="submit" variant="default" loading={found.isFetching}>
          {say('rescue.look')}
        </Button>
      </form>
      {found.isSuccess && which === undefined && <p role="status">{say('import.none')}</p>}
      {which !== undefined && (
        <>
          <ExportChoice exports={exports} chosen={which} onChoose={({ file }) => setChosen(file)} />
          <ImportForm key={which.file} from={which} onImported={onImported} />
        </>
      )}
    </div>
  );
}
