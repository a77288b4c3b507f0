import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import { failureOf } from '../connection/failure-of.ts';
import { readArchive } from './archive.ts';
import type { Manifest } from './manifest.ts';

function damaged(error: unknown): Failure {
  return failureOf(error) ?? new Failure('store-damaged');
}

/**
 * What a backup says is in it; reads its front alone and needs no key.
 * @throws Failure `store-damaged` where it is no backup, `store-newer` where a newer version made it
 */
export function readManifest(archive: string): Manifest {
  const texts: string[] = [];
  try {
    readArchive(
      archive,
      (name) => (name === 'manifest.json' ? { text: (content) => texts.push(content) } : null),
      (name) => name === 'manifest.json',
    );
    const manifest = JSON.parse(texts[0] ?? '') as Manifest;
    if (manifest.format !== 'cauda-backup/1')
      throw new Failure(/^cauda-backup\/\d+$/u.test(manifest.format) ? 'store-newer' : 'store-damaged');
    return manifest;
  } catch (error) {
    throw damaged(error);
  }
}

/**
 * Unpacks a backup into a new folder, and compares what came out with what was put in.
 * @throws Failure `store-damaged`, `disk-full`
 */
export function unpackBackup(archive: string, folder: string): Manifest {
  const manifest = readManifest(archive);
  try {
    mkdirSync(folder, { recursive: true });
    const hashes = readArchive(archive, (name) => (name === 'store.db' || name === 'keys.json' ? { into: join(folder, name) } : null));
    if (hashes.get('store.db') !== manifest.sha256.store || hashes.get('keys.json') !== manifest.sha256.keys)
      throw new Failure('store-damaged');
    return manifest;
  } catch (error) {
    throw damaged(error);
  }
}
