import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Electron's program, where it is there and has a display to show a window on; else why not. Its package is not asked: it would download. */
export function findElectron(): { readonly path: string } | { readonly missing: string } {
  const folder = join(root, 'node_modules', 'electron');
  const pointer = join(folder, 'path.txt');
  const path = existsSync(pointer) ? join(folder, 'dist', readFileSync(pointer, 'utf8')) : null;
  if (path === null || !existsSync(path)) return { missing: 'Electron’s program is not here' };
  const display = process.platform !== 'linux' || [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((name) => (name ?? '') !== '');
  return display ? { path } : { missing: 'there is no display' };
}
