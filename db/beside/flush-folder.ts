import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Has the disk keep what was renamed in a folder. Windows cannot flush one, and its renames are durable by themselves. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
