import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Moment } from '../moment.ts';
import { sizesIn } from './archive.ts';
import { type Manifest, madeAtOf } from './manifest.ts';
import { readManifest } from './read-backup.ts';
import { isAhead, keptBackups } from './retention.ts';

const ending = '.cauda-backup.tar';

const beginningOf = (practiceId: string) => `${practiceId.slice(0, 8)}-`;

/** A file for a backup: practice and moment, in order when sorted; a number tells two of one second apart. */
export function newBackupFile(folder: string, practiceId: string, madeAt: Date): string {
  const stamp = madeAt.toISOString().replaceAll(/[-:]/gu, '').replace('T', '-').slice(0, 15);
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${beginningOf(practiceId)}${stamp}${number === 1 ? '' : `-${number}`}${ending}`);
    if (!existsSync(file)) return file;
  }
}

/** Removes what backups of this practice left half made when they were killed. Only who has it open may: then none is being made elsewhere. */
export function clearHalfMade(folder: string, practiceId: string, beingMade: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const archive = join(folder, name.replace(/\.(making|part)$/u, ''));
    if (!name.startsWith(beginningOf(practiceId)) || archive === join(folder, name) || !archive.endsWith(ending) || beingMade.has(archive))
      continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  /** Null where its front cannot be read, or it is cut short. Every other was opened and checked when it was made. */
  readonly manifest: Manifest | null;
}

/** A folder may hold anything under our ending: what is no whole backup is shown as such and stands for none. */
function manifestOrNull(file: string): Manifest | null {
  try {
    const manifest = readManifest(file);
    return sizesIn(file).get('store.db') === manifest.bytes ? manifest : null;
  } catch {
    return null;
  }
}

function lookAt(file: string): Backup[] {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size;
  return bytes === undefined ? [] : [{ file, bytes, manifest: manifestOrNull(file) }];
}

export interface WholeBackup extends Backup {
  readonly manifest: Manifest;
}

/** The backups of a practice in a folder, newest first; of every practice where none is named. */
export function backupsIn(folder: string, practiceId: string | null = null): Backup[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(ending));
  return files
    .flatMap((name) => lookAt(join(folder, name)))
    .filter(({ manifest }) => practiceId === null || manifest === null || manifest.practice.id === practiceId)
    .sort((a, b) => ((a.manifest?.madeAt ?? '') < (b.manifest?.madeAt ?? '') ? 1 : -1));
}

/** The newest whole one that is not dated after now, as by a clock that was once wrong; null where there is none. */
export function newestIn(folder: string, practiceId: string, now: Moment): WholeBackup | null {
  return (
    backupsIn(folder, practiceId).find((each): each is WholeBackup => each.manifest !== null && !isAhead(madeAtOf(each.manifest), now)) ??
    null
  );
}

/** Removes the backups of a practice that the rule does not keep; one that cannot be read is left for a person to look at. */
export function thinBackups(folder: string, practiceId: string, now: Moment): void {
  const dated = backupsIn(folder, practiceId).flatMap(({ file, manifest }) =>
    manifest === null ? [] : [{ file, made: madeAtOf(manifest) }],
  );
  const keep = keptBackups(
    dated.map(({ made }) => made),
    now,
  );
  for (const { file, made } of dated) if (!keep.has(made)) rmSync(file);
}
