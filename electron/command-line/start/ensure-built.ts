import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWords } from '../../../shared/messages/words.ts';
import { runNode } from './run-node.ts';
import { sourcesHash } from './sources.ts';

const parts = ['main', 'preload', 'renderer'];
const words = createWords();

function builtFrom(root: string): string | null {
  const stamp = join(root, 'out', 'built-from');
  const whole = parts.every((part) => existsSync(join(root, 'out', part)));
  return whole && existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}

/** Replaces the last build only when the new one is whole, so that a failed or broken-off build leaves a program that runs. */
function putInPlace(root: string, fresh: string, hash: string): void {
  rmSync(join(root, 'out', 'built-from'), { force: true });
  for (const part of parts) {
    rmSync(join(root, 'out', part), { recursive: true, force: true });
    renameSync(join(fresh, part), join(root, 'out', part));
  }
  writeFileSync(join(root, 'out', 'built-from'), hash);
}

/** Builds window and shell unless the last build was made of these very sources; false where the build fails. Says so in a line. */
export async function ensureBuilt(root: string, always = false): Promise<boolean> {
  const hash = sourcesHash(root);
  if (!always && builtFrom(root) === hash) return true;
  const began = performance.now();
  const fresh = join(root, 'out', `building-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  console.log(words.say('start.building'));
  try {
    const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const { ok, output } = await runNode([cli, 'build', '--outDir', fresh, '--logLevel', 'warn'], root);
    if (!ok) {
      console.error(output);
      console.error(words.say('start.build-failed'));
      return false;
    }
    putInPlace(root, fresh, hash);
    console.log(words.say('start.built', { seconds: ((performance.now() - began) / 1000).toFixed(1) }));
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
