import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from '../beside/flush-folder.ts';

/** Replaces a small file so that a power cut leaves the old one or the new one, never half of either. */
export function replaceFile(file: string, content: string): void {
  const next = `${file}.next`;
  try {
    const handle = openSync(next, 'w', 0o600);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
  flushFolder(dirname(file));
}
