import type { Act } from '../audit/write.ts';
import { insideOf, type Store } from '../connection/store.ts';
import { readKeyFile } from '../keys/key-file.ts';
import { noteEvent } from '../records.ts';
import { exportPractice } from './export-practice.ts';

/** Exports an open practice (`exportPractice`), and notes first that it was: what left the practice is never untold. Gives the number of rows. */
export function exportFrom(store: Store, act: Act, file: string): number {
  noteEvent(store, act, 'practice.export', { kind: 'practice', id: readKeyFile(store.folder).content.practice.id, patientId: null });
  return exportPractice({ folder: store.folder, databaseKey: insideOf(store).databaseKey, file, exportedAt: act.now.at });
}
