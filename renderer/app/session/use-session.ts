import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { useClient } from '../client-provider.tsx';

const key = ['session'] as const;

/** Whether there is a practice, whether it is unlocked, and by whom. */
export function useSession() {
  const client = useClient();
  return useQuery({ queryKey: key, queryFn: () => client.session.status({}), staleTime: 60_000 });
}

/** For calls that answer with the new status. */
export function useSessionChanged() {
  const queries = useQueryClient();
  return useCallback((status: SessionStatus) => queries.setQueryData(key, status), [queries]);
}

/**
 * Drops everything that was read once nobody is unlocked: it belongs to another sitting. Only after the screens are gone: one that is still
 * there would read anew, and be refused.
 */
export function useForgetting(unlocked: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!unlocked) queries.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] });
  }, [queries, unlocked]);
}
