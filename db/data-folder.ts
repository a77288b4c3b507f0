import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { Failure } from '../shared/contract/failure.ts';
import { settlePlacesOf } from './beside/making-place.ts';
import { asFailure } from './connection/failure-of.ts';
import { replaceFile } from './keys/replace-file.ts';
import { assertSuitableFolder } from './suitable-folder.ts';

/** The operating system's folder for local, not roaming, data of this program; the same whichever host runs. */
export function defaultDataFolder(): string {
  return envPaths('Cauda', { suffix: '' }).data;
}

const pointerFile = (dataFolder: string) => join(dataFolder, 'practice.json');

/**
 * Notes where this computer's practice is, so that a lost folder is told of and not silently begun anew. One that lies in the data folder is
 * noted by its name alone, and found again where both are moved together.
 */
export function rememberPractice(dataFolder: string, folder: string): void {
  asFailure(() => {
    mkdirSync(dataFolder, { recursive: true });
    const whole = resolve(folder);
    const noted = dirname(whole) === resolve(dataFolder) ? basename(whole) : whole;
    replaceFile(pointerFile(dataFolder), JSON.stringify({ folder: noted }));
  });
}

function pointedAt(text: string): string {
  try {
    const { folder } = JSON.parse(text) as { folder?: unknown };
    if (typeof folder === 'string') return folder;
  } catch {
    // Told of below: a pointer that cannot be read is no first start.
  }
  throw new Failure('store-damaged');
}

/**
 * The practice's folder that this computer knows; null where there never was one.
 * @throws Failure `store-missing` where it was known and is gone, `store-damaged` where the pointer cannot be read, `folder-unsuitable` where it
 * was moved to a place that would damage it
 */
export function knownPractice(dataFolder: string): string | null {
  const pointer = pointerFile(dataFolder);
  if (!existsSync(pointer)) return null;
  const folder = resolve(dataFolder, pointedAt(readFileSync(pointer, 'utf8')));
  // A replacement that was killed between its two steps has both practices beside.
  if (!existsSync(folder)) settlePlacesOf(folder);
  if (!existsSync(folder)) throw new Failure('store-missing');
  assertSuitableFolder(folder);
  return folder;
}
