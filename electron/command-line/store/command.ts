import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { asFailure } from '../../../db/connection/failure-of.ts';
import { defaultDataFolder, knownPractice } from '../../../db/data-folder.ts';
import type { KeyFile } from '../../../db/keys/key-file.ts';
import { readKeyFile } from '../../../db/keys/key-file.ts';
import type { Moment } from '../../../db/moment.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import type { Words } from '../../../shared/messages/words.ts';
import type { Wishes } from './who.ts';

/** What a command was given. */
export interface Command {
  /** A file or folder. */
  readonly target: string;
  readonly practice: string | undefined;
  readonly wishes: Wishes;
  readonly now: Moment;
  readonly words: Words;
  readonly print: (line: string) => void;
}
/** Gives the exit code. */
export type Run = (command: Command) => Promise<number>;

/** The practice's folder that was named, or this computer's own. @throws Failure `no-practice` */
export function practiceOf({ practice }: Command): string {
  const folder = practice ?? knownPractice(defaultDataFolder());
  if (folder === null) throw new Failure('no-practice');
  return resolve(folder);
}

/** This computer's practice, where the keys are its keys of some day. */
function sameKnownPractice({ practice }: KeyFile): string | null {
  try {
    const known = knownPractice(defaultDataFolder());
    return known !== null && readKeyFile(known).content.practice.id === practice.id ? known : null;
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/**
 * Where wrong tries at a backup are counted: a copy of it would count from nought each time. In the practice that it is of where that is known
 * here, so that its trail tells of them.
 */
export function countedFor(keys: KeyFile): string {
  const known = sameKnownPractice(keys);
  if (known !== null) return known;
  asFailure(() => mkdirSync(defaultDataFolder(), { recursive: true }));
  return defaultDataFolder();
}
