import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Assessment } from '../../../shared/contract/assessments.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import classes from './conclude.module.css';

interface Props {
  readonly assessment: Assessment;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A correction or addition to a signed assessment, which itself never changes. */
export function AddendumPanel({ assessment, opened, onClose }: Props) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const intent = useRef(crypto.randomUUID());
  const adding = useMutation({
    mutationFn: () => client.assessments.addAddendum({ assessmentId: assessment.id, text: text.trim(), idempotencyId: intent.current }),
    onSuccess: (changed) => {
      intent.current = crypto.randomUUID();
      queries.setQueryData(['assessment', assessment.id], changed);
      setText('');
      onClose();
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('conclude.add-addendum')}
      classNames={{ title: classes.title }}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate();
        }}
      >
        <Textarea
          label={say('conclude.addendum')}
          description={say('conclude.addendum-help')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={8000}
          autosize
          minRows={4}
          data-autofocus
        />
        {adding.error !== null && (
          <p className={classes.caution} role="alert">
            {inWords(adding.error)}
          </p>
        )}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {say('action.cancel')}
          </Button>
          <Button type="submit" loading={adding.isPending} disabled={text.trim() === ''}>
            {say('conclude.add-now')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
