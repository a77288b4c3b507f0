import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's program where it was fetched; null where not. Looks at its files only: asking the package itself would start a download. */
export function electronBinary(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pointer = join(folder, 'path.txt');
  if (!existsSync(pointer)) return null;
  const binary = join(folder, 'dist', readFileSync(pointer, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Whether this computer can show a window at all. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean {
  return platform !== 'linux' || [env.DISPLAY, env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
}
