import { closeSync, openSync, readSync } from 'node:fs';

/** A line is no text in UTF-8, or longer than any row of ours. */
export class NotALine extends Error {}

const longestBytes = 16 * 1024 * 1024;
const newline = 0x0a;

/** A text file line by line, in flat memory; `onRead` is told how much of it was read. @throws NotALine at the line that is none */
export function* readLines(file: string, onRead: (doneBytes: number) => void = () => {}): Generator<string> {
  const from = openSync(file, 'r');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const chunk = Buffer.alloc(256 * 1024);
  const decoded = (bytes: Buffer) => {
    try {
      return decoder.decode(bytes);
    } catch {
      throw new NotALine();
    }
  };
  try {
    let rest = Buffer.alloc(0);
    let done = 0;
    for (;;) {
      const read = readSync(from, chunk, 0, chunk.length, null);
      if (read === 0) break;
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      let begin = 0;
      for (let end = bytes.indexOf(newline, rest.length); end >= 0; end = bytes.indexOf(newline, begin)) {
        yield decoded(bytes.subarray(begin, end));
        begin = end + 1;
      }
      rest = Buffer.from(bytes.subarray(begin));
      if (rest.length > longestBytes) throw new NotALine();
      done += read;
      onRead(done);
    }
    if (rest.length > 0) yield decoded(rest);
  } finally {
    closeSync(from);
  }
}
