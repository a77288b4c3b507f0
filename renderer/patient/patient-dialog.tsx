import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../app/words/use-words.ts';

interface Props {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly size?: 'md' | 'lg';
  /** Made anew each time the dialog opens. */
  readonly children: ReactNode;
}

/** A dialog about one patient. */
export function PatientDialog({ title, opened, onClose, size = 'lg', children }: Props) {
  const { say } = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': say('action.close') }}>
      {children}
    </Modal>
  );
}
