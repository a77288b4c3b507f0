import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { asFailure } from '../../../db/connection/failure-of.ts';
import { replaceFile } from '../../../db/keys/replace-file.ts';
import { type BackupPlan, backupSchedules } from '../../../shared/contract/keeping.ts';

const stored = z.object({
  schedule: z.enum(backupSchedules).catch('daily').default('daily'),
  secondFolder: z.string().catch('').default(''),
});

/**
 * When backups are made and where they go. It stands in the data folder and not in the store: a folder's path is this computer's, and it
 * must be known when the store does not open.
 */
export interface PlanFile {
  read(): BackupPlan;
  /** What is left out stays as it is. */
  change(changed: { readonly [Part in keyof BackupPlan]?: BackupPlan[Part] | undefined }): BackupPlan;
}

export function createPlanFile(dataFolder: string): PlanFile {
  const file = join(dataFolder, 'backup-plan.json');
  function read(): BackupPlan {
    try {
      return stored.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
    } catch {
      return stored.parse({});
    }
  }
  return {
    read,
    change({ schedule, secondFolder }) {
      const now = read();
      const next = { schedule: schedule ?? now.schedule, secondFolder: secondFolder ?? now.secondFolder };
      asFailure(() => replaceFile(file, JSON.stringify(next)));
      return next;
    },
  };
}
