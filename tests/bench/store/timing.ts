/** Milliseconds of each of so many runs, after a few that do not count. */
export function times(runs: number, run: (index: number) => void, warmUp = 3): readonly number[] {
  for (let index = 0; index < warmUp; index += 1) run(index);
  return Array.from({ length: runs }, (_, index) => {
    const started = performance.now();
    run(index + warmUp);
    return performance.now() - started;
  });
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
