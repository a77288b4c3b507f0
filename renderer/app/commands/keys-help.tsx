import { Modal } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import { KeyNames } from './key-names.tsx';
import classes from './keys-help.module.css';
import { useLiveCommands } from './use-commands.ts';

/** The keys of the screen that is open, and of every screen. */
export function KeysHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { say } = useWords();
  const live = useLiveCommands();
  return (
    <Modal opened={opened} onClose={onClose} title={say('keys.title')} size="lg" closeButtonProps={{ 'aria-label': say('action.close') }}>
      <ul className={classes.list}>
        {live
          .filter(({ command }) => command.keys.length > 0)
          .map(({ command }) => (
            <li key={command.id} className={classes.item}>
              <span>{say(command.words)}</span>
              <span>
                {command.keys.map((keys) => (
                  <span key={keys} className={classes.keys}>
                    <KeyNames keys={keys} />
                  </span>
                ))}
              </span>
            </li>
          ))}
      </ul>
    </Modal>
  );
}
