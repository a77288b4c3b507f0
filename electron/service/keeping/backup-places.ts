import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownBackupFolder } from '../../../db/backup/backups.ts';
import { backupsIn, type Backup as Found } from '../../../db/backup/backups-in.ts';
import { type Manifest, madeAtOf } from '../../../db/backup/manifest.ts';
import { isAhead } from '../../../db/backup/retention.ts';
import type { Store } from '../../../db/connection/store.ts';
import { momentText } from '../../../db/moment.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import type { Backup, BackupPlace, BackupPlan, Certificate, PlaceOfBackups } from '../../../shared/contract/keeping.ts';
import type { Clock } from '../clock.ts';

interface Folder<P extends PlaceOfBackups['place']> {
  readonly place: P;
  readonly folder: string;
}

/** The folders that backups of an open practice go into. */
export function placesToBackUp(store: Store, { secondFolder }: BackupPlan): readonly Folder<BackupPlace>[] {
  const own = { place: 'own', folder: ownBackupFolder(store) } as const;
  return secondFolder === '' ? [own] : [own, { place: 'second', folder: secondFolder }];
}

/** The same for a practice that is not open, as far as its folder is known. */
export function placesOf(practiceFolder: string | null, { secondFolder }: BackupPlan): readonly Folder<BackupPlace>[] {
  const own = practiceFolder === null ? [] : [{ place: 'own', folder: join(practiceFolder, 'backups') } as const];
  return secondFolder === '' ? own : [...own, { place: 'second', folder: secondFolder }];
}

/** On the clinic's clock, as everything else on the screens. */
export function onClinicClock(utc: string, clock: Clock): string {
  return momentText(Date.parse(utc), clock.now().offsetMinutes);
}

export function contentsOf({ practice, madeAt, rows, head }: Manifest, clock: Clock): Certificate['contents'] {
  return {
    practice: practice.name,
    madeAt: onClinicClock(madeAt, clock),
    patients: rows.patient ?? 0,
    assessments: rows.assessment ?? 0,
    signed: rows.signature ?? 0,
    measurements: rows.measurement ?? 0,
    auditRows: head.sequence,
  };
}

/** Newest first; those that a clock once wrong dated after now come last, since nothing tells when they were made. */
function inOrder(backups: readonly Found[], clock: Clock): readonly Found[] {
  const ahead = ({ manifest }: Found) => manifest !== null && isAhead(madeAtOf(manifest), clock.now());
  return [...backups.filter((each) => !ahead(each)), ...backups.filter(ahead)];
}

/** What lies in a folder, newest first; of one practice where it is known. */
export function lookInto<P extends PlaceOfBackups['place']>(
  { place, folder }: Folder<P>,
  practiceId: string | null,
  clock: Clock,
): Omit<PlaceOfBackups, 'place'> & { readonly place: P } {
  try {
    const backups = inOrder(backupsIn(folder, practiceId), clock).map(
      ({ file, bytes, manifest }): Backup => ({
        folder,
        name: basename(file),
        bytes,
        contents: manifest === null ? null : contentsOf(manifest, clock),
      }),
    );
    return { place, folder, backups, reachable: existsSync(folder) };
  } catch {
    // A folder that cannot be read, as of a stick that is being pulled, holds nothing for us.
    return { place, folder, backups: [], reachable: false };
  }
}

/** @throws Failure `not-found` where it is no longer there */
export function archiveOf({ folder, name }: { readonly folder: string; readonly name: string }): string {
  const archive = join(folder, name);
  if (!existsSync(archive)) throw new Failure('not-found');
  return archive;
}
