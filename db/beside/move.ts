import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from './flush-folder.ts';

/** Renames, and has the disk keep that where it can. */
export function move(from: string, to: string): void {
  renameSync(from, to);
  try {
    flushFolder(dirname(to));
  } catch {
    // Some disks flush no folder; what was moved has moved.
  }
}
