import { useCallback } from 'react';
import { Failure } from '../../shared/contract/failure.ts';
import { useClient } from '../app/client-provider.tsx';

/** Prints what the window shows: the host's own dialog, or the browser's where the host has none; and says so in the audit. */
export function usePrint(assessmentId: string) {
  const client = useClient();
  return useCallback(() => {
    void client.documents.recordOutput({ kind: 'compare', assessmentId, how: 'printed' }).catch(() => undefined);
    void client.documents.print({}).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'host-cannot') window.print();
    });
  }, [client, assessmentId]);
}
