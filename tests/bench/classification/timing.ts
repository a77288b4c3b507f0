/** The fastest of several batches, in milliseconds a run: other work on the computer only ever slows a batch down. */
export function fastest(work: () => unknown, runs: number, batches = 12): number {
  for (let index = 0; index < runs; index += 1) work();
  let best = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < batches; batch += 1) {
    const started = performance.now();
    for (let index = 0; index < runs; index += 1) work();
    best = Math.min(best, (performance.now() - started) / runs);
  }
  return best;
}

/** The same for work that answers later. */
export async function fastestOf(work: () => Promise<unknown>, runs: number, batches = 12): Promise<number> {
  for (let index = 0; index < runs; index += 1) await work();
  let best = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < batches; batch += 1) {
    const started = performance.now();
    for (let index = 0; index < runs; index += 1) await work();
    best = Math.min(best, (performance.now() - started) / runs);
  }
  return best;
}
