import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { MeasuredStore } from './measured-store.ts';
import type { MeasureOrder } from './order.ts';

/** Runs a measuring program in a process of its own, with the young heap that the hosts start with: V8 else takes what the machine has. */
export async function measure(program: string, order: MeasureOrder): Promise<MeasuredStore> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', join(import.meta.dirname, program)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  child.stdin.end(JSON.stringify(order));
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => void said.push(text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} failed`);
  return JSON.parse(said.join(''));
}
