import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

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

async function* oneALine(file: string, input: NodeJS.ReadableStream): AsyncGenerator<CaseText> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() !== '') yield { file, line, text };
  }
}

/** The cases of a file, one at a time: a whole `.json` file, a `.jsonl` file or `-` (standard input) one a line. */
export async function* caseLines(file: string): AsyncGenerator<CaseText> {
  try {
    if (file === '-') yield* oneALine(file, process.stdin);
    else if (file.endsWith('.jsonl')) yield* oneALine(file, createReadStream(file, 'utf8'));
    else yield* wholeFile(file);
  } catch {
    yield { file, line: 0, text: null };
  }
}
