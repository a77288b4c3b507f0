import { writeFileSync } from 'node:fs';

/**
 * Leaves this process's memory out of what the system writes where a program crashes: while a practice is open it holds the database key. Only
 * Linux lets a program ask for that by itself; gives whether it was done.
 */
export function withholdMemory(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    // No mapping of any kind; children inherit it.
    writeFileSync('/proc/self/coredump_filter', '0');
    return true;
  } catch {
    // A kernel without core dumps has nothing to be told.
    return false;
  }
}
