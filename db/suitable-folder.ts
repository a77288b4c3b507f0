import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { Failure } from '../shared/contract/failure.ts';

/** What the folders of services that copy to a cloud are called. */
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
  /^box( sync)?$/iu,
  /^syncthing/iu,
  /^mega(sync)?$/iu,
  /^insync$/iu,
  /^proton ?drive/iu,
  /^seafile/iu,
  /^(my )?tresor(s|it)?$/iu,
  /^kdrive/iu,
  /^synologydrive$/iu,
  /^gvfs$/iu,
];
/** What such services leave in the folder that they copy, whatever it is called. */
const syncedMarks = [
  '.stfolder',
  '.dropbox.cache',
  '.owncloudsync.log',
  '.nextcloudsync.log',
  '.SynologyWorkingDirectory',
  '.tmp.drivedownload',
];

/** Linux's numbers of network file systems: NFS, SMB, CIFS, SMB2, AFS, Ceph. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400]);
/** 9P, by which a virtual machine sees its host's folders. */
const hostFolders = 0x01021997;
/** FUSE: a program stands behind the folder, most often one that fetches it from elsewhere. */
const throughProgram = 0x65735546;
/** Those whose files are on this computer all the same: other systems' disks, encrypted folders, several disks as one. */
const programsOfThisDisk =
  /^fuseblk$|^fuse\.(ntfs|ntfs-3g|exfat|apfs|gocryptfs|cryfs|encfs|securefs|cryptomator|veracrypt|bindfs|mergerfs|fuse-overlayfs)$/u;

/** What the operating system says of folders; a test gives another system's. */
export interface FolderSystem {
  readonly platform: NodeJS.Platform;
  readonly exists: (path: string) => boolean;
  /** Where a path leads in truth: behind links, and under Windows behind a drive letter that a network folder is mapped to. */
  readonly realPath: (path: string) => string;
  /** The number of the file system's kind, as Linux gives it. */
  readonly kindOf: (path: string) => number;
  /** What is mounted where, as Linux lists it. */
  readonly mounts: () => string;
}

const thisSystem: FolderSystem = {
  platform: process.platform,
  exists: existsSync,
  realPath: realpathSync.native,
  kindOf: (path) => statfsSync(path).type,
  mounts: () => readFileSync('/proc/self/mountinfo', 'utf8'),
};

const pathsOf = ({ platform }: FolderSystem) => (platform === 'win32' ? win32 : posix);

/** The folder as it is called and as it is in truth, each as far as it exists already. */
function namesOf(folder: string, system: FolderSystem): { readonly existing: string; readonly names: readonly string[] } {
  const { exists, realPath } = system;
  const { dirname, resolve: absolute } = pathsOf(system);
  let existing = absolute(folder);
  while (!exists(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    return { existing, names: [folder, realPath(existing)] };
  } catch {
    // Some drives (such as those in memory) cannot say; what the folder is called still holds.
    return { existing, names: [folder] };
  }
}

/** Windows writes a long path of its own disks with the same beginning as one of the network. */
const isNetwork = (name: string) => /^(\\\\|\/\/)[^\\/]/u.test(name) && !/^\\\\[?.]\\[A-Z]:/iu.test(name);
const isSynced = (name: string) => name.split(/[\\/]/u).some((part) => syncedNames.some((synced) => synced.test(part)));

function isMarked(name: string, system: FolderSystem): boolean {
  const { dirname, join, resolve: absolute } = pathsOf(system);
  for (let folder = absolute(name); ; folder = dirname(folder)) {
    if (syncedMarks.some((mark) => system.exists(join(folder, mark)))) return true;
    if (dirname(folder) === folder) return false;
  }
}

/** What kind of file system a path is on, as it was mounted; empty where that is not told. */
function mountedAs(path: string, { mounts }: FolderSystem): string {
  let [longest, kind] = ['', ''];
  for (const line of mounts().split('\n')) {
    const [place = '', , ...rest] = line.split(' ').slice(4);
    const point = place.replaceAll(/\\([0-7]{3})/gu, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
    const holds = point === '/' || path === point || path.startsWith(`${point}/`);
    // Of two on one place the later hides the earlier.
    if (holds && point !== '' && point.length >= longest.length) [longest, kind] = [point, rest[rest.indexOf('-') + 1] ?? ''];
  }
  return kind;
}

function isElsewhere(existing: string, system: FolderSystem): boolean {
  const kind = system.kindOf(existing);
  // One that runs from 9P altogether has no disk but that.
  if (kind === hostFolders) return system.kindOf('/') !== hostFolders;
  if (kind !== throughProgram) return networkFileSystems.has(kind);
  try {
    return !programsOfThisDisk.test(mountedAs(system.realPath(existing), system));
  } catch {
    return true;
  }
}

/**
 * Whether a folder may hold a practice: not on a network, not synced to a cloud; both damage databases. Links and mapped drives are followed.
 * @throws Failure `folder-unsuitable`
 */
export function assertSuitableFolder(folder: string, system: FolderSystem = thisSystem): void {
  const { existing, names } = namesOf(folder, system);
  if (names.some((name) => isNetwork(name) || isSynced(name) || isMarked(name, system))) throw new Failure('folder-unsuitable');
  if (system.platform === 'linux' && isElsewhere(existing, system)) throw new Failure('folder-unsuitable');
}
