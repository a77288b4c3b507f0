import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import classes from '../unlock-form.module.css';

/** A file for whoever helps, shown whole, so that one sees that no patient is in it. */
export function SupportFile() {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const write = useMutation({ mutationFn: () => client.rescue.support({}) });
  return (
    <div className={classes.form}>
      <p className={classes.small}>{say('rescue.support-explain')}</p>
      <Button variant="default" loading={write.isPending} onClick={() => write.mutate()}>
        {say('rescue.support-do')}
      </Button>
      {write.isError && (
        <p role="alert" className={classes.failure}>
          {inWords(write.error)}
        </p>
      )}
      {write.isSuccess && (
        <div role="status" className={classes.said}>
          <p>{say('rescue.supported', { file: write.data.file })}</p>
          <pre className={classes.plain}>{write.data.text}</pre>
        </div>
      )}
    </div>
  );
}
