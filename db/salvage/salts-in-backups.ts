import { join } from 'node:path';
import { beginningOf } from '../backup/archive.ts';
import { backupsIn } from '../backup/backups-in.ts';
import { saltBytes } from './page-cipher.ts';

/** The salts of a practice's own backups, newest first: a backup keeps the salt of its store. What cannot be read is passed over. */
export function* saltsInBackups(folder: string): Generator<Buffer> {
  const orNothing = <T>(read: () => readonly T[]): readonly T[] => {
    try {
      return read();
    } catch {
      return [];
    }
  };
  for (const { file } of orNothing(() => backupsIn(join(folder, 'backups')))) {
    yield* orNothing(() => [beginningOf(file, 'store.db', saltBytes)].filter((salt) => salt !== null));
  }
}
