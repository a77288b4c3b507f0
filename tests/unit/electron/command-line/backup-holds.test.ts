import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp, ownBackupFolder } from '../../../../db/backup/backups.ts';
import { openStore } from '../../../../db/connection/open-store.ts';
import { closeStore } from '../../../../db/practice.ts';
import { backupHolds } from '../../../../electron/command-line/crash/backup-holds.ts';
import { crashPractice } from '../../../../electron/command-line/crash/crash-practice.ts';
import { crashRound } from '../../../../electron/command-line/crash/round.ts';

test('a backup that the crash run counts as kept opens and is whole; one with a changed byte behind its front does not', async () => {
  const { order, remove } = await crashPractice();
  try {
    const key = Buffer.from(order.key, 'hex');
    const store = openStore(order.folder, Buffer.from(key), { beforeMigrating: () => {} });
    const now = { at: new Date(), offsetMinutes: 0 };
    const act = { personId: order.personId, origin: 'command-line', now, idempotencyId: null } as const;
    const { file } = await backUp(store, act, ownBackupFolder(store));
    closeStore(store);
    expect(backupHolds(file, key)).toBe(true);
    const whole = readFileSync(file);
    const changed = join(order.folder, 'changed.tar');
    for (const at of [20_000, whole.length - 20_000]) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(changed, bytes);
      expect(() => backupHolds(changed, key)).toThrow();
    }
    rmSync(file);
    expect(backupHolds(file, key)).toBe(false);
  } finally {
    remove();
  }
});

test('a writer killed after its first backup was acknowledged has that backup, whole', async () => {
  const { order, remove } = await crashPractice();
  try {
    const { acknowledged, lost, problems } = await crashRound(order, { torn: false, afterBackup: true });
    expect(acknowledged).toBeGreaterThan(1);
    expect([lost, problems]).toEqual([[], []]);
  } finally {
    remove();
  }
});
