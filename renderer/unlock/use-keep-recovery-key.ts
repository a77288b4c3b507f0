import { useClient } from '../app/client-provider.tsx';
import { useSessionChanged } from '../app/session/use-session.ts';

/**
 * Says that the recovery key is put away; gives whether that was written down. Where it was not, nobody is held up: the window goes on saying
 * that nobody may have it.
 */
export function useKeepRecoveryKey(): () => Promise<boolean> {
  const client = useClient();
  const sessionChanged = useSessionChanged();
  return async () => {
    try {
      sessionChanged(await client.people.keepRecoveryKey({}));
      return true;
    } catch {
      return false;
    }
  };
}
