import { type BackupPlace, backupPlaces, type PlaceOfBackups } from '../../../shared/contract/keeping.ts';

/** Which of the practice's places holds its newest readable backup; null where none does. */
export function placeOfNewest(places: readonly PlaceOfBackups[]): BackupPlace | null {
  let newest: { place: BackupPlace; at: number } | null = null;
  for (const { place, backups } of places) {
    const known = backupPlaces.find((each) => each === place);
    for (const { contents } of backups) {
      const at = contents === null ? Number.NaN : Date.parse(contents.madeAt);
      if (known !== undefined && (newest === null ? !Number.isNaN(at) : at > newest.at)) newest = { place: known, at };
    }
  }
  return newest?.place ?? null;
}
