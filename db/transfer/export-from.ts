import type { Act } from '../audit/write.ts';
import { insideOf, type Store } from '../connection/store.ts';
import { readKeyFile } from '../keys/key-file.ts';
import { runJob } from '../off-thread/run-job.ts';
import { noteEvent } from '../records.ts';

/**
 * Exports an open practice beside the work (`exportPractice`), and notes first that it was: what left the practice is never untold. Gives the
 * number of rows.
 */
export function exportFrom(store: Store, act: Act, file: string): Promise<number> {
  noteEvent(store, act, 'practice.export', { kind: 'practice', id: readKeyFile(store.folder).content.practice.id, patientId: null });
  const databaseKey = Uint8Array.from(insideOf(store).databaseKey);
  return runJob({ kind: 'export', folder: store.folder, databaseKey, file, exportedAt: act.now.at });
}
