import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { KilledOrder } from './killed-process.ts';

/** Runs it in a process of its own; whether it was killed at the call that was named, or got to its end before. */
export async function killed(order: KilledOrder): Promise<boolean> {
  const words = ['--disable-warning=ExperimentalWarning', 'tests/unit/db/killed-process.ts', JSON.stringify(order)];
  try {
    await promisify(execFile)(process.execPath, words);
    return false;
  } catch (error) {
    const { signal, stderr } = error as { readonly signal?: string; readonly stderr?: string };
    expect(signal, stderr).toBe('SIGKILL');
    return true;
  }
}
