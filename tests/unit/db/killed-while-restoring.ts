// A process that restores a backup and kills itself just before its nth renaming: a file's or folder's way into its place.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [archive = '', folder = '', personId = '', passphrase = '', nth = ''] = process.argv.slice(2);
const rename = fs.renameSync;
let left = Number(nth);
fs.renameSync = (from, to) => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  rename(from, to);
};
syncBuiltinESMExports();
const { restoreBackup } = await import('../../../db/backup/restore.ts');
const now = { at: new Date('2026-11-25T11:00:00.000Z'), offsetMinutes: 60 };
await restoreBackup(archive, folder, { personId, passphrase, origin: 'desktop', now, cost: { N: 2 ** 10, r: 8, p: 1 } });
