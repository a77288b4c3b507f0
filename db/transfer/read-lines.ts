import { closeSync, openSync, readSync } from 'node:fs';

/** A text file line by line, in flat memory. */
export function* readLines(file: string): Generator<string> {
  const from = openSync(file, 'r');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const chunk = Buffer.alloc(256 * 1024);
  try {
    let rest = '';
    for (;;) {
      const read = readSync(from, chunk, 0, chunk.length, null);
      const text = rest + decoder.decode(chunk.subarray(0, read), { stream: read > 0 });
      const lines = text.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (read === 0) break;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(from);
  }
}
