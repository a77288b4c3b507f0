import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../app/client-provider.tsx';
import { useSessionChanged } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import classes from './unlock-form.module.css';

/** The way into the sample practice, which is thrown away afterwards. */
export function OpenDemo() {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const sessionChanged = useSessionChanged();
  const open = useMutation({ mutationFn: () => client.session.openDemo({}), onSuccess: sessionChanged });
  return (
    <section className={`${classes.group} ${classes.apart}`}>
      <p className={classes.small}>{say('first-run.demo-explain')}</p>
      {open.isError && (
        <p role="alert" className={classes.failure}>
          {inWords(open.error)}
        </p>
      )}
      <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {say('first-run.demo')}
      </Button>
    </section>
  );
}
