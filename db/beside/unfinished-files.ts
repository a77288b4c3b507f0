import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../keys/replace-file.ts';
import { move } from './move.ts';

/** Only what is named so is ever removed, whatever somebody wrote into the list. */
const ourPart = /\.[0-9a-f]{8}\.cauda-part$/u;
const listSchema = z.array(z.string().regex(ourPart));

const listOf = (folder: string) => join(folder, 'unfinished.json');

function read(folder: string): readonly string[] {
  try {
    return listSchema.parse(JSON.parse(readFileSync(listOf(folder), 'utf8')));
  } catch {
    return [];
  }
}

/** On a disk that takes no list the file is written all the same: it may be all that can be saved. */
function write(folder: string, parts: readonly string[]): void {
  try {
    if (parts.length === 0) rmSync(listOf(folder), { force: true });
    else replaceFile(listOf(folder), JSON.stringify(parts));
  } catch {
    // Nothing is removed then that should not be.
  }
}

export interface UnfinishedFile {
  /** Where it is written; it gets its name when it is whole. */
  readonly part: string;
  finish(): void;
  abandon(): void;
}

/**
 * A file in plain text that a practice writes somewhere: noted in the practice's folder until it is whole, so that what a kill leaves of it is
 * found again and removed.
 */
export function beginFile(folder: string, file: string): UnfinishedFile {
  const part = `${file}.${randomBytes(4).toString('hex')}.cauda-part`;
  write(folder, [...read(folder), part]);
  const forget = () =>
    write(
      folder,
      read(folder).filter((each) => each !== part),
    );
  return {
    part,
    finish() {
      move(part, file);
      forget();
    },
    abandon() {
      rmSync(part, { force: true });
      forget();
    },
  };
}

/** Whether it is gone; one whose disk is away is asked for again when the practice is opened the next time. */
function isGone(part: string): boolean {
  try {
    rmSync(part, { force: true });
    return existsSync(dirname(part));
  } catch {
    return false;
  }
}

/** Removes what killed processes left half written. For who holds the practice's lock: then none is being written. Never fails. */
export function clearUnfinishedFiles(folder: string): void {
  const parts = read(folder);
  if (parts.length === 0) return;
  write(
    folder,
    parts.filter((part) => !isGone(part)),
  );
}
