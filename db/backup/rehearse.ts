import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import { type ReplayedVerification, verifyAndReplay } from '../audit/verify-and-replay.ts';
import { openMakingPlace } from '../beside/making-place.ts';
import { madeIn } from '../beside/put-in-place.ts';
import { canonicalJson } from '../canonical-json.ts';
import { connect } from '../connection/connect.ts';
import { asFailure, freeBytesOn } from '../connection/failure-of.ts';
import { storeFile } from '../connection/open-store.ts';
import { checkedContents, type Manifest } from './manifest.ts';
import { unpackBackup } from './read-backup.ts';

/** What a rehearsal found, to be dated, printed and kept. */
export interface Certificate {
  readonly backup: string;
  readonly manifest: Manifest;
  readonly rehearsedAt: string;
  readonly verification: ReplayedVerification;
  /** The rows in the copy are those that were counted when it was made. */
  readonly sameRows: boolean;
  /** The practice in use has gone on from the backup's newest audit row, unbroken. */
  readonly continued: boolean;
  /** All of this, no problem found, and everything signed came to the very result that was signed. */
  readonly passed: boolean;
}

/** So much stays free for the practice in use. */
const roomLeft = 16 * 1024 * 1024;

function headStands(folder: string, databaseKey: Buffer, { sequence, hash }: Manifest['head']): boolean {
  const { client } = connect(storeFile(folder), databaseKey, 'read');
  try {
    const row = client.prepare('select hash from audit where sequence = ?').get(sequence) as { hash: string } | undefined;
    return row?.hash === hash;
  } finally {
    client.close();
  }
}

/**
 * Opens a backup beside the practice in use as if it were to be restored, and compares: rows, hashes, the whole chain, every signature; and replays what was signed.
 * @throws Failure `store-damaged` where the backup cannot be opened at all
 */
export function rehearseRestore(order: {
  readonly folder: string;
  readonly databaseKey: Buffer;
  readonly archive: string;
  readonly rehearsedAt: Date;
}): Certificate {
  return asFailure(() => {
    const { folder, databaseKey, archive, rehearsedAt } = order;
    // Beside the practice, not in the system's folder for such things: that is often memory, and too small for a large store.
    const place = openMakingPlace(folder);
    try {
      const copy = madeIn(place.folder);
      if (freeBytesOn(place.folder) < statSync(archive).size + roomLeft) throw new Failure('disk-full');
      const manifest = unpackBackup(archive, copy);
      const contents = checkedContents(copy, databaseKey);
      const verification = verifyAndReplay(copy, databaseKey);
      const sameRows = canonicalJson(contents.rows) === canonicalJson(manifest.rows) && contents.head.hash === manifest.head.hash;
      const continued = headStands(folder, databaseKey, manifest.head);
      return {
        backup: basename(archive),
        manifest,
        rehearsedAt: rehearsedAt.toISOString(),
        verification,
        sameRows,
        continued,
        passed: sameRows && continued && verification.problems.length === 0 && verification.replays.different === 0,
      };
    } finally {
      place.close();
    }
  });
}
