import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

let piped: string[] | null = null;

/** Asks for a passphrase without showing it; from a pipe, takes the next line. Never from the command line or the environment, where others see it. */
export async function askSecret(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) {
    piped ??= readFileSync(0, 'utf8').split(/\r?\n/u);
    return piped.shift() ?? '';
  }
  process.stderr.write(prompt);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await line.question('');
  } finally {
    line.close();
    process.stderr.write('\n');
  }
}
