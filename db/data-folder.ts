import { existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { Failure } from '../shared/contract/failure.ts';
import { asFailure } from './connection/failure-of.ts';
import { replaceFile } from './keys/replace-file.ts';

/** The operating system's folder for local, not roaming, data of this program; the same whichever host runs. */
export function defaultDataFolder(): string {
  return envPaths('Cauda', { suffix: '' }).data;
}

const syncedNames = [
  /^onedrive/iu,
  /^dropbox/iu,
  /^icloud/iu,
  /^mobile documents$/iu,
  /^cloudstorage$/iu,
  /^google ?drive/iu,
  /^googledrive/iu,
  /^my drive$/iu,
  /^nextcloud/iu,
  /^owncloud/iu,
  /^pcloud/iu,
  /^box sync$/iu,
  /^syncthing/iu,
];
/** Linux's numbers of network file systems: NFS, SMB, CIFS, SMB2, AFS, Ceph. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400]);

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

/**
 * Whether a folder may hold a practice: not on a network, not synced to a cloud; both damage databases.
 * @throws Failure `folder-unsuitable`
 */
export function assertSuitableFolder(folder: string): void {
  const network = /^(\\\\|\/\/)[^\\/]/u.test(folder);
  const synced = folder.split(/[\\/]/u).some((part) => syncedNames.some((name) => name.test(part)));
  if (network || synced) throw new Failure('folder-unsuitable');
  if (process.platform !== 'linux') return;
  if (networkFileSystems.has(statfsSync(nearestExisting(resolve(folder))).type)) throw new Failure('folder-unsuitable');
}

const pointerFile = (dataFolder: string) => join(dataFolder, 'practice.json');

/** Notes where this computer's practice is; written once, so that a lost folder is told of and not silently begun anew. */
export function rememberPractice(dataFolder: string, folder: string): void {
  asFailure(() => {
    mkdirSync(dataFolder, { recursive: true });
    replaceFile(pointerFile(dataFolder), JSON.stringify({ folder: resolve(folder) }));
  });
}

function pointedAt(text: string): string {
  try {
    const { folder } = JSON.parse(text) as { folder?: unknown };
    if (typeof folder === 'string') return folder;
  } catch {
    // Told of below: a pointer that cannot be read is no first start.
  }
  throw new Failure('store-damaged');
}

/**
 * The practice's folder that this computer knows; null where there never was one.
 * @throws Failure `store-missing` where it was known and is gone, `store-damaged` where the pointer cannot be read
 */
export function knownPractice(dataFolder: string): string | null {
  const pointer = pointerFile(dataFolder);
  if (!existsSync(pointer)) return null;
  const folder = pointedAt(readFileSync(pointer, 'utf8'));
  if (!existsSync(folder)) throw new Failure('store-missing');
  return folder;
}
