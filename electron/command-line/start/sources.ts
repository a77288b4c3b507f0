import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whatever the built window and shell are made of. */
const made = ['shared', 'db', 'electron', 'renderer', 'electron.vite.config.ts', 'package-lock.json'];

function filesUnder(root: string, path: string): string[] {
  const whole = join(root, path);
  const found = statSync(whole, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found === undefined ? [] : [whole];
  const entries = readdirSync(whole, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A hash over the contents of all sources: the same for the same sources on any computer. */
export function sourcesHash(root: string): string {
  const hash = createHash('sha256');
  for (const file of made.flatMap((path) => filesUnder(root, path)).sort()) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
