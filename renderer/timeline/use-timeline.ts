import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Point, pointsOf } from '../../shared/outcomes/points.ts';
import { series as ourSeries, type Series } from '../../shared/outcomes/series.ts';
import { useClient } from '../app/client-provider.tsx';

/** A series of this patient: at least one value. */
export interface Followed {
  readonly series: Series;
  readonly points: readonly Point[];
}

/** What was measured of the patient and can be followed, in the order of the series. */
export function useTimeline(patientId: string, series: readonly Series[] = ourSeries) {
  const client = useClient();
  const findings = series.map((each) => each.finding);
  const query = useQuery({
    queryKey: ['measurements', patientId, findings],
    queryFn: () => client.measurements.list({ patientId, findings }),
  });
  const rows = query.data?.rows;
  const followed = useMemo(
    (): readonly Followed[] | undefined =>
      rows === undefined
        ? undefined
        : series.map((each) => ({ series: each, points: pointsOf(rows, each.finding) })).filter(({ points }) => points.length > 0),
    [rows, series],
  );
  return { followed, error: query.error, again: query.refetch };
}

const mostHeadlines = 2;

/**
 * The charts of the overview: what the patient can do and what the patient feels, each by the series with the most values; where only
 * one of the two is followed, two of it.
 */
export function headlines(followed: readonly Followed[]): readonly Followed[] {
  const byCount = [...followed].sort((a, b) => b.points.length - a.points.length);
  const best = (['function', 'symptom'] as const).flatMap((kind) => byCount.find(({ series }) => series.kind === kind) ?? []);
  const others = byCount.filter((each) => !best.includes(each) && each.series.kind !== 'score');
  return [...best, ...others].slice(0, mostHeadlines);
}
