/** Runs once and says how many milliseconds a run took. */
type Timed = () => number | Promise<number>;

/** Work that is timed by so many runs at once. */
export function batchOf(work: () => unknown, runs: number): Timed {
  return () => {
    const started = performance.now();
    for (let index = 0; index < runs; index += 1) work();
    return (performance.now() - started) / runs;
  };
}

/** The same for work that answers later. */
export function laterBatchOf(work: () => Promise<unknown>, runs: number): Timed {
  return async () => {
    const started = performance.now();
    for (let index = 0; index < runs; index += 1) await work();
    return (performance.now() - started) / runs;
  };
}

/**
 * The fastest batch of each, taken in turn so that what else the computer does befalls all of them: it only ever slows a batch down.
 */
export async function fastestInTurn(batches: readonly Timed[], rounds = 15): Promise<readonly number[]> {
  for (const batch of batches) await batch();
  const best = batches.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, batch] of batches.entries()) best[place] = Math.min(best[place] ?? Number.POSITIVE_INFINITY, await batch());
  }
  return best;
}
