import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { demoPassphrase } from '../../shared/contract/session.ts';
import { useClient } from '../app/client-provider.tsx';
import { useSessionChanged } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import classes from './unlock-form.module.css';

/** The sample practice says its own passphrase, and the way back to the real one. */
export function SamplePractice() {
  const { say } = useWords();
  const client = useClient();
  const leave = useMutation({ mutationFn: () => client.session.leaveDemo({}), onSuccess: useSessionChanged() });
  return (
    <section className={`${classes.group} ${classes.apart}`}>
      <p className={classes.small}>{say('unlock.sample', { passphrase: demoPassphrase })}</p>
      <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
        {say('unlock.sample-leave')}
      </Button>
    </section>
  );
}
