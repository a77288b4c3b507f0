import { Modal } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

/** Patients, actions and findings by typing. */
export function FindAnything({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('command.find-anything')}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    />
  );
}
