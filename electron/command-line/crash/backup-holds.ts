import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { checkedContents } from '../../../db/backup/manifest.ts';
import { unpackBackup } from '../../../db/backup/read-backup.ts';
import { canonicalJson } from '../../../db/canonical-json.ts';

/** Unpacks a backup as a restore would, checks the whole file, its chain and its signatures, and counts its rows against what it says of itself. */
export function backupHolds(archive: string, databaseKey: Buffer): boolean {
  if (!existsSync(archive)) return false;
  const beside = mkdtempSync(join(tmpdir(), 'cauda-crash-backup-'));
  try {
    const copy = join(beside, 'copy');
    const { rows, head } = unpackBackup(archive, copy);
    const found = checkedContents(copy, databaseKey);
    const same = canonicalJson([found.rows, found.head]) === canonicalJson([rows, head]);
    return same && verifyFolder(copy, databaseKey).problems.length === 0;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
