import { existsSync, mkdirSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { join, posix, resolve, win32 } from 'node:path';
import envPaths from 'env-paths';
import { Failure } from '../shared/contract/failure.ts';
import { settlePlacesOf } from './beside/making-place.ts';
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

/** What the operating system says of folders; a test gives another system's. */
export interface FolderSystem {
  readonly platform: NodeJS.Platform;
  readonly exists: (path: string) => boolean;
  /** Where a path leads in truth: behind links, and under Windows behind a drive letter that a network folder is mapped to. */
  readonly realPath: (path: string) => string;
  /** The number of the file system's kind, as Linux gives it. */
  readonly kindOf: (path: string) => number;
}

const thisSystem: FolderSystem = {
  platform: process.platform,
  exists: existsSync,
  realPath: realpathSync.native,
  kindOf: (path) => statfsSync(path).type,
};

/** The folder as it is called and as it is in truth, each as far as it exists already. */
function namesOf(folder: string, { platform, exists, realPath }: FolderSystem): { readonly existing: string; readonly names: string[] } {
  const { dirname, resolve: absolute } = platform === 'win32' ? win32 : posix;
  let existing = absolute(folder);
  while (!exists(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    return { existing, names: [folder, realPath(existing)] };
  } catch {
    // Some drives (such as those in memory) cannot say; what the folder is called still holds.
    return { existing, names: [folder] };
  }
}

const isNetwork = (name: string) => /^(\\\\|\/\/)[^\\/]/u.test(name);
const isSynced = (name: string) => name.split(/[\\/]/u).some((part) => syncedNames.some((synced) => synced.test(part)));

/**
 * Whether a folder may hold a practice: not on a network, not synced to a cloud; both damage databases. Links and mapped drives are
 * followed.
 * @throws Failure `folder-unsuitable`
 */
export function assertSuitableFolder(folder: string, system: FolderSystem = thisSystem): void {
  const { existing, names } = namesOf(folder, system);
  if (names.some((name) => isNetwork(name) || isSynced(name))) throw new Failure('folder-unsuitable');
  if (system.platform === 'linux' && networkFileSystems.has(system.kindOf(existing))) throw new Failure('folder-unsuitable');
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
  // A replacement that was killed between its two steps has both practices beside.
  if (!existsSync(folder)) settlePlacesOf(folder);
  if (!existsSync(folder)) throw new Failure('store-missing');
  return folder;
}
