import { Button, TextInput } from '@mantine/core';
import { useClient } from '../../app/client-provider.tsx';
import { useSession } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './folder-input.module.css';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onFolder: (folder: string) => void;
}

/** A folder's path: typed, or chosen by the system's dialog where the host has one. */
export function FolderInput({ label, value, onFolder, ...rest }: Props) {
  const { say } = useWords();
  const client = useClient();
  const onDesktop = useSession().data?.host === 'desktop';

  async function choose() {
    const { folder } = await client.session.chooseFolder({}).catch(() => ({ folder: null }));
    if (folder !== null) onFolder(folder);
  }

  return (
    <div className={classes.field}>
      <TextInput label={label} spellCheck={false} value={value} onChange={(event) => onFolder(event.currentTarget.value)} {...rest} />
      {onDesktop && (
        <Button variant="default" onClick={() => void choose()} aria-label={say('folder.choose-for', { label })}>
          {say('folder.choose')}
        </Button>
      )}
    </div>
  );
}
