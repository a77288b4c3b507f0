import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../keys/replace-file.ts';
import { move } from './move.ts';

/** Where a practice is made in its making place. */
export const madeIn = (place: string) => join(place, 'practice');

const noteOf = (place: string) => join(place, 'replacing.json');
const replacing = z.object({ aside: z.string().regex(/^[^/\\]+$/u) });

/** Where the old practice goes, once the new one is whole and its taking the place has begun; null before. */
function asideNotedIn(place: string): string | null {
  if (!existsSync(noteOf(place))) return null;
  return join(dirname(place), replacing.parse(JSON.parse(readFileSync(noteOf(place), 'utf8'))).aside);
}

/** The practice's own backups went aside with it, and belong to what took its place. */
function bringBackups(aside: string, folder: string): void {
  const [from, to] = [join(aside, 'backups'), join(folder, 'backups')];
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (!existsSync(join(to, name))) renameSync(join(from, name), join(to, name));
}

/** Puts what was made, whole and closed, where nothing is yet, or an empty folder. */
export function putInPlace(place: string, folder: string): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  move(madeIn(place), folder);
}

/**
 * Puts what was made, whole and closed, in the place of the practice there, which goes aside with everything but its backups. A kill at any
 * step is settled the next time the practice is looked for: forward, once the old one has gone. Where the new one cannot be moved the old one
 * comes back.
 */
export function putInPlaceOf(place: string, folder: string, aside: string): void {
  replaceFile(noteOf(place), JSON.stringify({ aside: basename(aside) }));
  move(folder, aside);
  try {
    move(madeIn(place), folder);
  } catch (error) {
    move(aside, folder);
    throw error;
  }
  try {
    bringBackups(aside, folder);
  } catch {
    // The practice is in its place; its backups are brought when the making place is settled.
  }
}

/** Ends a making place that nobody is at work in: finishes the replacement that it had begun, or removes what was never put in place. */
export function settlePlace(place: string, folder: string): void {
  const aside = asideNotedIn(place);
  if (aside !== null) {
    if (existsSync(madeIn(place)) && !existsSync(folder)) move(madeIn(place), folder);
    if (!existsSync(madeIn(place))) bringBackups(aside, folder);
  }
  rmSync(place, { recursive: true, force: true });
}
