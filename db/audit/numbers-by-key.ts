const chunkLength = 4096;

/** A number for each row of a table, by key: eight bytes each, where a map would take ten times that. Nothing noted is 0. */
export function numbersByKey() {
  const chunks = new Map<number, Float64Array>();
  return {
    get: (key: number): number => chunks.get(Math.floor(key / chunkLength))?.[key % chunkLength] ?? 0,
    set(key: number, value: number): void {
      const at = Math.floor(key / chunkLength);
      let chunk = chunks.get(at);
      if (chunk === undefined) {
        chunk = new Float64Array(chunkLength);
        chunks.set(at, chunk);
      }
      chunk[key % chunkLength] = value;
    },
    /** Those that are noted. */
    *entries(): Generator<readonly [key: number, value: number]> {
      for (const [at, chunk] of chunks) {
        for (const [index, value] of chunk.entries()) if (value !== 0) yield [at * chunkLength + index, value];
      }
    },
  };
}
