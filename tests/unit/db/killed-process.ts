// A process that restores, backs up or exports a practice, and kills itself just before its nth renaming or writing of a file.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

export interface KilledOrder {
  readonly work: 'restore' | 'back-up' | 'export';
  readonly call: 'renameSync' | 'writeSync';
  readonly nth: number;
  readonly folder: string;
  /** What is restored from, or made. */
  readonly file: string;
  readonly personId: string;
  readonly passphrase: string;
  /** The throw-away practice's, in hex. */
  readonly databaseKey: string;
}

const order = JSON.parse(process.argv[2] ?? '') as KilledOrder;
const original = fs[order.call] as (...given: unknown[]) => unknown;
let left = order.nth;
Object.assign(fs, {
  [order.call](...given: unknown[]) {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return original(...given);
  },
});
syncBuiltinESMExports();

const { folder, file, personId, passphrase } = order;
const now = { at: new Date('2026-11-25T11:00:00.000Z'), offsetMinutes: 60 };
const databaseKey = Buffer.from(order.databaseKey, 'hex');
if (order.work === 'restore') {
  const { restoreBackup } = await import('../../../db/backup/restore.ts');
  await restoreBackup(file, folder, { personId, passphrase, origin: 'desktop', now, cost: { N: 2 ** 10, r: 8, p: 1 } });
} else if (order.work === 'back-up') {
  const { makeBackup } = await import('../../../db/backup/make-backup.ts');
  makeBackup({ folder, databaseKey, into: file, madeAt: now }, () => {});
} else {
  const { exportPractice } = await import('../../../db/transfer/export-practice.ts');
  exportPractice({ folder, databaseKey, file, exportedAt: now.at });
}
