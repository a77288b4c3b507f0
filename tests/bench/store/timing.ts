interface Around<T> {
  /** Runs that do not count. */
  readonly warmUp?: number;
  /** What comes before or after a run is not in its time. */
  readonly before?: () => void;
  readonly after?: (made: T) => void;
}

/** Milliseconds of each of so many runs. */
export function times<T>(runs: number, run: (index: number) => T, { warmUp = 0, before, after }: Around<T> = {}): readonly number[] {
  const all = Array.from({ length: warmUp + runs }, (_, index) => {
    before?.();
    const started = performance.now();
    const made = run(index);
    const taken = performance.now() - started;
    after?.(made);
    return taken;
  });
  return all.slice(warmUp);
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
