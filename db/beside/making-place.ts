import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asFailure } from '../connection/failure-of.ts';
import { lockStore } from '../connection/lock.ts';
import { settlePlace } from './put-in-place.ts';

/** A folder beside a practice's, on the same disk, in which something is made for it; locked meanwhile, so that it is told from what a kill left. */
export interface MakingPlace {
  readonly folder: string;
  /** Removes it with whatever is left in it; never fails. */
  close(): void;
}

const placeName = /^(.+)\.[0-9a-f]{8}\.(?:making|restoring)$/u;

/** Removes the place, or finishes what it was about; one that another process is at work in is left to it. */
function settleUnlocked(place: string, folder: string): void {
  try {
    lockStore(place).release();
    settlePlace(place, folder);
  } catch {
    // In use, or on a disk that refuses: the next look finds it again.
  }
}

/** Settles what killed processes left in a folder beside its practices, or beside one of them. Never fails. */
export function settlePlacesIn(parent: string, name: string | null = null): void {
  if (!existsSync(parent)) return;
  let found: readonly string[];
  try {
    found = readdirSync(parent);
  } catch {
    return;
  }
  for (const each of found) {
    const practice = placeName.exec(each)?.[1];
    if (practice !== undefined && (name === null || practice === name)) settleUnlocked(join(parent, each), join(parent, practice));
  }
}

/** The same beside one practice's folder, which need not be there: a replacement that was interrupted puts it back. */
export const settlePlacesOf = (folder: string) => settlePlacesIn(dirname(folder), basename(folder));

/** @throws Failure `disk-full`, `read-only` */
export function openMakingPlace(folder: string): MakingPlace {
  return asFailure(() => {
    settlePlacesOf(folder);
    const place = `${folder}.${randomBytes(4).toString('hex')}.making`;
    mkdirSync(place, { recursive: true });
    try {
      const lock = lockStore(place);
      return {
        folder: place,
        close() {
          lock.release();
          settleUnlocked(place, folder);
        },
      };
    } catch (error) {
      rmSync(place, { recursive: true, force: true });
      throw error;
    }
  });
}
