import { type Head, isSealed } from './known-head.ts';
import type { Tell } from './problem.ts';
import type { Told } from './told.ts';
import type { Chain } from './walk-chain.ts';

/** What a backup in the practice's own folder says of the store that it was made of. */
export interface BackupHead {
  readonly madeAt: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What is known of the chain beside the store itself. */
export interface Beside {
  /** The note beside the store; null where there is none that can be read. */
  readonly noted: Head | null;
  /** Whether a note must be there: a copy of a store, such as an unpacked backup, has none. */
  readonly isInUse: boolean;
  readonly backups: readonly BackupHead[];
}

interface Restored {
  readonly at: number;
  readonly head: number;
}

/** What the trail itself says of notes that were missing, of restores and of changes of the key, gathered while it is walked. */
export function noteTold() {
  let found: Told | null = null;
  let rotated = 0;
  const restored: Restored[] = [];
  return {
    take(told: Told): void {
      const { action, said, sequence } = told;
      // A sign-in tells how it found the note. Whoever verified since has read it, and the store that a restore puts there has its own.
      if (said.note !== undefined && (action === 'session.sign-in' || action === 'session.recover')) found = told;
      if (action === 'practice.rotate-key') rotated = sequence;
      if (action === 'practice.restore') restored.push({ at: told.at, head: Number(said.head) });
      if (action === 'practice.restore' || action === 'practice.verify') found = null;
    },
    found: () => found,
    rotatedAfter: (sequence: number) => rotated > sequence,
    /** A backup that a restore went back behind is no part of the chain any more. */
    isLeftBehind: ({ madeAt, sequence }: BackupHead) =>
      restored.some(({ at, head }) => at >= new Date(madeAt).getTime() && head < sequence),
  };
}
export type NoteTold = ReturnType<typeof noteTold>;

/** Holds the chain against the note beside the store: one that is newer means that the store is an older copy. */
function checkNote({ last, hashes }: Chain, { noted, isInUse }: Beside, headSequence: number, sealKey: Buffer, told: NoteTold, tell: Tell) {
  const isOurs = noted !== null && isSealed(noted, sealKey);
  if (isOurs && noted.sequence > last.sequence && headSequence <= last.sequence) tell({ code: 'end-missing', sequence: last.sequence });
  const hash = noted === null ? undefined : hashes.get(noted.sequence);
  if (isOurs && hash !== undefined && hash !== noted.hash) tell({ code: 'head-changed', sequence: noted.sequence });
  if (!isInUse) return;
  // After the key was changed and before the next note: it fits, but its seal is the old key's.
  const isOfOldKey = noted !== null && hash === noted.hash && told.rotatedAfter(noted.sequence);
  if (!isOurs && !isOfOldKey) tell({ code: 'note-missing' });
  const found = told.found();
  if (found !== null) tell({ code: found.said.note === 'newer' ? 'head-changed' : 'note-missing', sequence: found.sequence });
}

/** The note, and the backups in the practice's own folder, against the chain that was walked. */
export function checkBeside(chain: Chain, beside: Beside, headSequence: number, sealKey: Buffer, told: NoteTold, tell: Tell): void {
  checkNote(chain, beside, headSequence, sealKey, told, tell);
  for (const backup of beside.backups) {
    if (chain.hashes.get(backup.sequence) !== backup.hash && !told.isLeftBehind(backup))
      tell({ code: 'backup-differs', sequence: backup.sequence, subject: 'backup', subjectId: backup.madeAt });
  }
}
