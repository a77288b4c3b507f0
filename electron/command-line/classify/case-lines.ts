import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** One case as text, with where it stands; null where the file cannot be read. */
export interface CaseText {
  readonly file: string;
  readonly line: number;
  readonly text: string | null;
}

/** The line on which a JSON text goes wrong is not known to the parser alike everywhere: a whole-file case counts as its first line. */
async function* wholeFile(file: string): AsyncGenerator<CaseText> {
  yield { file, line: 1, text: await readFile(file, 'utf8') };
}

/** Splits a stream into lines as they are asked for: no more is read than is being worked on. */
async function* oneALine(file: string, input: AsyncIterable<string>): AsyncGenerator<CaseText> {
  let line = 0;
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield { file, line, text };
    }
  }
  if (rest.trim() !== '') yield { file, line: line + 1, text: rest };
}

/** The cases of a file, one at a time: a whole `.json` file, a `.jsonl` file or `-` (standard input) one a line. */
export async function* caseLines(file: string): AsyncGenerator<CaseText> {
  try {
    if (file === '-') yield* oneALine(file, process.stdin.setEncoding('utf8'));
    else if (file.endsWith('.jsonl')) yield* oneALine(file, createReadStream(file, 'utf8'));
    else yield* wholeFile(file);
  } catch {
    yield { file, line: 0, text: null };
  }
}
