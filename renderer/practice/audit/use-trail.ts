import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/client-provider.tsx';
import type { AuditFilter } from './audit-filters.tsx';

/** The trail from its newest row backwards, page by page. */
export function useTrail({ personId, patient, kind }: AuditFilter) {
  const client = useClient();
  const patientId = patient?.id ?? null;
  return useInfiniteQuery({
    queryKey: ['audit', personId, patientId, kind],
    queryFn: ({ pageParam }) => client.audit.list({ before: pageParam, personId, patientId, kind }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
}
