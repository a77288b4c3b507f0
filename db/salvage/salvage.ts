import type { JobProgress } from '../off-thread/job-progress.ts';
import { runJob } from '../off-thread/run-job.ts';
import type { Salvaged, SalvageOrder } from './salvage-store.ts';

/** `salvageStore` beside the work, in the store's own thread. */
export function salvage(order: Omit<SalvageOrder, 'readDisk'>, tell: (progress: JobProgress) => void = () => {}): Promise<Salvaged> {
  const { folder, file } = order;
  return runJob({ kind: 'salvage', folder, databaseKey: Uint8Array.from(order.databaseKey), file }, () => {}, tell);
}
