import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Failure } from '../../shared/contract/failure.ts';
import { useClient } from '../app/client-provider.tsx';
import { useSessionChanged } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import classes from './unlock-form.module.css';

interface Props {
  readonly personId: string;
  readonly onDamaged: (damage: Failure) => void;
}

/** Lets the operating system's keystore open the practice; where it has forgotten, the passphrase does. */
export function QuickUnlock({ personId, onDamaged }: Props) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const unlock = useMutation({
    mutationFn: () => client.session.unlockQuickly({ personId }),
    onSuccess: useSessionChanged(),
    onError: (error) => {
      if (error instanceof Failure && error.code === 'store-damaged') onDamaged(error);
    },
  });
  const forgot = unlock.error instanceof Failure && unlock.error.code === 'wrong-passphrase';
  return (
    <>
      <Button variant="default" loading={unlock.isPending} onClick={() => unlock.mutate()}>
        {say('quick.unlock')}
      </Button>
      {unlock.isError && (
        <p role="alert" className={classes.failure}>
          {forgot ? say('quick.forgot') : inWords(unlock.error)}
        </p>
      )}
    </>
  );
}
