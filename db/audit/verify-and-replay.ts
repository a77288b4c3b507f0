import { countReplays, type Replays } from './replay-signed.ts';
import type { Verification } from './verify.ts';
import { type Verifying, verifyFolder } from './verify-folder.ts';

export interface ReplayedVerification extends Verification {
  readonly replays: Replays;
}

/**
 * Checks the store of a folder as `verifyFolder` does, and classifies each signed assessment that is intact once more. What a replay finds is
 * no problem of the store: it never stands in the way of a restore.
 * @throws Failure `store-damaged` where the file cannot be read at all
 */
export function verifyAndReplay(
  folder: string,
  databaseKey: Buffer,
  { isInUse = false }: Pick<Verifying, 'isInUse'> = {},
): ReplayedVerification {
  const replays = countReplays();
  const verification = verifyFolder(folder, databaseKey, { isInUse, onSigned: replays.take });
  return { ...verification, replays: replays.found() };
}
