import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { PatientRow, patientFilters } from '../../shared/contract/patients.ts';
import { useClient } from '../app/client-provider.tsx';

export type PatientFilter = (typeof patientFilters)[number];

/** Rows asked for at once: those of the list stand together, those that a search finds lie anywhere in the file. */
const pageSizeOf = (search: string) => (search === '' ? 200 : 25);

/** The pages that hold the rows from first to last; the first page always, for the counts. */
export function pagesFor(first: number, last: number, pageSize: number): readonly number[] {
  const pages = new Set([0]);
  for (let page = Math.floor(first / pageSize); page <= Math.floor(Math.max(first, last) / pageSize); page++) pages.add(page);
  return [...pages].sort((a, b) => a - b);
}

/** The list as far as the rows that are seen: a page is asked for when the first of it comes into view. */
export function usePatientRows(search: string, filter: PatientFilter, seen: { readonly first: number; readonly last: number }) {
  const client = useClient();
  const pageSize = pageSizeOf(search);
  const pages = pagesFor(seen.first, seen.last, pageSize);
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['patients', 'list', search, filter, page],
      queryFn: () => client.patients.list({ search, filter, offset: page * pageSize, limit: pageSize }),
      placeholderData: keepPreviousData,
    })),
  });
  const first = results[0];
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data?.rows]));
  return {
    total: first?.data?.total,
    more: first?.data?.more ?? false,
    counts: first?.data?.counts,
    error: results.find((result) => result.error !== null)?.error ?? null,
    /** Still the rows of the search before. */
    stale: first?.isPlaceholderData ?? false,
    row: (index: number): PatientRow | undefined => byPage.get(Math.floor(index / pageSize))?.[index % pageSize],
    again: () => {
      for (const result of results) void result.refetch();
    },
  };
}
