import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { useClient } from '../client-provider.tsx';

const key = ['session'] as const;

/** Whether there is a practice, whether it is unlocked, and by whom. */
export function useSession() {
  const client = useClient();
  return useQuery({ queryKey: key, queryFn: () => client.session.status({}), staleTime: 60_000 });
}

/** For calls that answer with the new status: everything read before belongs to another sitting and is dropped. */
export function useSessionChanged() {
  const queries = useQueryClient();
  return useCallback(
    (status: SessionStatus) => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] });
      queries.setQueryData(key, status);
    },
    [queries],
  );
}
