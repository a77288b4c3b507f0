import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/contract/failure.ts';
import { failureOf } from '../connection/failure-of.ts';
import { readArchive } from './archive.ts';
import { type Manifest, manifestSchema } from './manifest.ts';

const newerFormat = z.object({ format: z.string().regex(/^cauda-backup\/(?!1$)\d+$/u) });

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
    const found: unknown = JSON.parse(texts[0] ?? '');
    if (newerFormat.safeParse(found).success) throw new Failure('store-newer');
    return manifestSchema.parse(found);
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
