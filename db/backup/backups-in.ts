import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf } from '../connection/failure-of.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './read-backup.ts';
import { keptBackups } from './retention.ts';

const ending = '.cauda-backup.tar';

/** A backup's name: practice and moment, in order when sorted. */
export function backupName(practiceId: string, madeAt: Date): string {
  const stamp = madeAt.toISOString().replaceAll(/[-:]/gu, '').replace('T', '-').slice(0, 15);
  return `${practiceId.slice(0, 8)}-${stamp}${ending}`;
}

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  /** Null where its front cannot be read. Every readable one was opened and checked when it was made. */
  readonly manifest: Manifest | null;
}

function manifestOrNull(file: string): Manifest | null {
  try {
    return readManifest(file);
  } catch (error) {
    if (failureOf(error) === null) throw error;
    return null;
  }
}

/** The backups of a practice in a folder, newest first; of every practice where none is named. */
export function backupsIn(folder: string, practiceId: string | null = null): Backup[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(ending));
  return files
    .map((name) => ({ file: join(folder, name), bytes: statSync(join(folder, name)).size, manifest: manifestOrNull(join(folder, name)) }))
    .filter(({ manifest }) => practiceId === null || manifest === null || manifest.practice.id === practiceId)
    .sort((a, b) => ((a.manifest?.madeAt ?? '') < (b.manifest?.madeAt ?? '') ? 1 : -1));
}

/** Removes the backups of a practice that the rule does not keep; one that cannot be read is left for a person to look at. */
export function thinBackups(folder: string, practiceId: string): void {
  const dated = backupsIn(folder, practiceId).flatMap(({ file, manifest }) =>
    manifest === null ? [] : [{ file, at: new Date(manifest.madeAt) }],
  );
  const keep = keptBackups(dated.map(({ at }) => at));
  for (const { file, at } of dated) if (!keep.has(at)) rmSync(file);
}
