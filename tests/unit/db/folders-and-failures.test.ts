import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { asFailure, failureOf, freeBytesOn } from '../../../db/connection/failure-of.ts';
import { defaultDataFolder, knownPractice, rememberPractice } from '../../../db/data-folder.ts';
import { closeStore, createPractice, openPractice } from '../../../db/practice.ts';
import { assertSuitableFolder, type FolderSystem } from '../../../db/suitable-folder.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import { cheap, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';

const failing = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

test.each([
  '\\\\server\\share\\Practice.cauda',
  '//server/share/Practice.cauda',
  'C:\\Users\\ada\\OneDrive - Practice\\Practice.cauda',
  '/home/ada/Dropbox/Practice.cauda',
  '/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/Practice.cauda',
  '/Users/ada/Library/CloudStorage/GoogleDrive-ada/My Drive/Practice.cauda',
  '/home/ada/Nextcloud/Practice.cauda',
  '/home/ada/Box/Practice.cauda',
  '/home/ada/MEGA/Practice.cauda',
  '/home/ada/Insync/ada@example.org/Practice.cauda',
  '/home/ada/Proton Drive/Practice.cauda',
  '/home/ada/Seafile/My Library/Practice.cauda',
  '/home/ada/Tresorit/Practice.cauda',
  '/home/ada/kDrive/Practice.cauda',
  '/run/user/1000/gvfs/smb-share:server=practice,share=all/Practice.cauda',
])('a practice is not kept in %s', async (folder) => {
  expect(() => assertSuitableFolder(folder)).toThrow(failing('folder-unsuitable'));
  const made = {
    practiceName: 'x',
    demo: false,
    person: { name: 'x', roles: ['owner'], passphrase },
    origin: 'desktop',
    now: noon,
  } as const;
  await expect(createPractice(folder, made)).rejects.toEqual(failing('folder-unsuitable'));
});

/** A Windows computer whose drive Z: is a network folder, D: a disk, and R: a disk in memory that cannot say where it leads. */
const windows: FolderSystem = {
  platform: 'win32',
  exists: (path) => /^(?:[CDZR]:\\|[CDZR]:\\Users|C:\\Link)$/u.test(path),
  realPath(path) {
    if (path.startsWith('R:')) throw Object.assign(new Error('unknown'), { code: 'UNKNOWN' });
    return path.replace(/^Z:\\/u, '\\\\server\\practice\\').replace(/^C:\\Link$/u, 'C:\\Users\\ada\\OneDrive - Practice');
  },
  kindOf: () => 0,
  mounts: () => '',
};

test.each(['Z:\\Practice.cauda', 'Z:\\', 'Z:\\Users\\ada\\Practice.cauda', 'C:\\Link\\Practice.cauda'])(
  'under Windows, a practice is not kept behind a mapped drive or a link: %s',
  (folder) => expect(() => assertSuitableFolder(folder, windows)).toThrow(failing('folder-unsuitable')),
);

test('under Windows, a drive of this computer will do, also one that cannot say where it leads', () => {
  for (const suitable of ['C:\\Users\\ada\\Practice.cauda', '\\\\?\\C:\\Practice.cauda', 'D:\\Practice.cauda', 'R:\\Practice.cauda'])
    assertSuitableFolder(suitable, windows);
});

test('under Linux, a network’s file system is told by its kind, and a link into a synced folder is followed', () => {
  const linux: FolderSystem = {
    ...windows,
    platform: 'linux',
    exists: (path) => path === '/mnt/share' || path === '/',
    realPath: (path) => path,
  };
  expect(() => assertSuitableFolder('/mnt/share/Practice.cauda', { ...linux, kindOf: () => 0x6969 })).toThrow(failing('folder-unsuitable'));
  assertSuitableFolder('/mnt/share/Practice.cauda', { ...linux, kindOf: () => 0xef53 });
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'Dropbox'));
  symlinkSync(join(folder, 'Dropbox'), join(folder, 'here'));
  expect(() => assertSuitableFolder(join(folder, 'here', 'Practice.cauda'))).toThrow(failing('folder-unsuitable'));
});

test('under Linux, a folder behind a program is told by what is mounted there: this computer’s disks will do, others not', () => {
  const mounts = `21 1 8:1 / / rw - ext4 /dev/sda1 rw
22 21 8:2 / /media/ada/Old\\040disk rw - fuseblk /dev/sdb1 rw
23 21 0:40 / /home/ada/Vault rw - fuse.gocryptfs /home/ada/.vault rw
24 21 0:41 / /home/ada/far rw shared:1 - fuse.sshfs ada@far: rw
25 21 0:42 / /mnt/host rw - 9p host rw
26 23 0:43 / /home/ada/Vault/inner rw - fuse.rclone cloud: rw`;
  const kinds = new Map([['/mnt/host', 0x01021997]]);
  const linux: FolderSystem = {
    platform: 'linux',
    exists: (path) => !path.includes('/.') && !path.endsWith('.cauda'),
    realPath: (path) => path,
    kindOf: (path) => kinds.get(path) ?? 0x65735546,
    mounts: () => mounts,
  };
  for (const place of ['/media/ada/Old disk', '/home/ada/Vault']) assertSuitableFolder(`${place}/Practice.cauda`, linux);
  for (const place of ['/home/ada/far', '/mnt/host', '/home/ada/Vault/inner', '/srv'])
    expect(() => assertSuitableFolder(`${place}/Practice.cauda`, linux), place).toThrow(failing('folder-unsuitable'));
  assertSuitableFolder('/srv/Practice.cauda', { ...linux, kindOf: () => 0x01021997 });
});

test('a folder that a service copies is told by what it leaves there, whatever it is called', () => {
  const folder = join(temporaryFolder(), 'Records');
  mkdirSync(join(folder, 'here'), { recursive: true });
  assertSuitableFolder(join(folder, 'here', 'Practice.cauda'));
  mkdirSync(join(folder, '.stfolder'));
  expect(() => assertSuitableFolder(join(folder, 'here', 'Practice.cauda'))).toThrow(failing('folder-unsuitable'));
});

test('a practice that was moved into a synced folder is refused with its reason, untouched, and opens again where it was moved out', async () => {
  const { store, folder, person } = await newPractice();
  closeStore(store);
  const opening = { personId: person.id, passphrase, origin: 'desktop', now: noon, cost: cheap } as const;
  const data = join(temporaryFolder(), 'data');
  mkdirSync(join(data, 'Dropbox', 'in'), { recursive: true });
  const [synced, out] = [join(data, 'Dropbox', 'in'), join(data, 'out')];
  renameSync(folder, join(synced, 'Practice.cauda'));
  rememberPractice(synced, join(synced, 'Practice.cauda'));
  const bytes = () => readFileSync(join(synced, 'Practice.cauda', 'store.db'));
  const before = bytes();
  expect(() => knownPractice(synced)).toThrow(failing('folder-unsuitable'));
  await expect(openPractice(join(synced, 'Practice.cauda'), opening)).rejects.toEqual(failing('folder-unsuitable'));
  expect(bytes().equals(before)).toBe(true);
  // With the data folder as a whole: it knows its practice by name.
  renameSync(synced, out);
  expect(knownPractice(out)).toBe(join(out, 'Practice.cauda'));
  closeStore((await openPractice(join(out, 'Practice.cauda'), opening)).store);
});

test('a folder of this computer will do, one yet to be made as well', () => {
  const folder = temporaryFolder();
  for (const suitable of [folder, join(folder, 'not', 'yet'), join(folder, 'Dropped box'), defaultDataFolder()])
    assertSuitableFolder(suitable);
  expect(defaultDataFolder()).toMatch(/Cauda/u);
});

test('a practice that was known and is gone is told of, never begun anew', () => {
  const dataFolder = join(temporaryFolder(), 'data');
  expect(knownPractice(dataFolder)).toBeNull();
  const practice = join(dataFolder, 'Practice.cauda');
  mkdirSync(practice, { recursive: true });
  rememberPractice(dataFolder, practice);
  expect(knownPractice(dataFolder)).toBe(practice);
  rmSync(practice, { recursive: true });
  expect(() => knownPractice(dataFolder)).toThrow(failing('store-missing'));
  writeFileSync(join(dataFolder, 'practice.json'), '{');
  expect(() => knownPractice(dataFolder)).toThrow(failing('store-damaged'));
});

const errorOf = (code: string, message = 'secret /home/ada select') => Object.assign(new Error(message), { code });

test.each([
  ['ENOSPC', 'disk-full'],
  ['SQLITE_FULL', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_NOTADB', 'store-damaged'],
  ['SQLITE_CORRUPT_VTAB', 'store-damaged'],
  ['SQLITE_IOERR_READ', 'store-damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'store-damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'store-damaged'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_IOERR_SHMMAP', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_IOERR_TRUNCATE', 'disk-full'],
  ['SQLITE_IOERR_FSYNC', 'disk-full'],
  ['SQLITE_BUSY_SNAPSHOT', 'store-in-use'],
])('%s means %s to the person, and its own text stays behind', (code, meaning) => {
  const fail = () =>
    asFailure(() => {
      throw errorOf(code);
    });
  expect(fail).toThrow(failing(meaning));
  expect(fail).toThrow(Failure);
  expect(failureOf(new Error('wrapped', { cause: errorOf(code) }))).toEqual(failing(meaning));
  expect(JSON.stringify(failureOf(errorOf(code)))).not.toContain('secret');
});

test('a write that fails on a disk with room is no full disk’s, and no damage to what is there', () => {
  for (const code of ['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_SHMOPEN']) {
    expect(failureOf(errorOf(code), () => 1e9)).toEqual(failing('read-only'));
    expect(failureOf(errorOf(code), () => 4096)).toEqual(failing('disk-full'));
  }
  expect(failureOf(errorOf('SQLITE_FULL'), () => 1e9)).toEqual(failing('disk-full'));
  expect(freeBytesOn(temporaryFolder())).toBeGreaterThan(0);
  expect(freeBytesOn('/nowhere/at/all')).toBe(Number.POSITIVE_INFINITY);
});

test('what is unforeseen stays what it is', () => {
  expect(failureOf(errorOf('SQLITE_CONSTRAINT_CHECK'))).toBeNull();
  expect(failureOf('text')).toBeNull();
  const unforeseen = errorOf('SQLITE_ERROR');
  expect(() =>
    asFailure(() => {
      throw unforeseen;
    }),
  ).toThrow(unforeseen);
});

test('handles are made in three places alone: the store, the audited transaction, and the check that only reads', () => {
  const db = fileURLToPath(new URL('../../../db/', import.meta.url));
  const makers = (readdirSync(db, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.ts') && /\bhandleOf\b/u.test(readFileSync(join(db, name), 'utf8')))
    .map((name) => name.replaceAll('\\', '/'));
  expect(makers.sort()).toEqual(['audit/verify-folder.ts', 'audit/write.ts', 'connection/handles.ts', 'connection/store.ts']);
  for (const maker of ['audit/verify-folder.ts', 'connection/store.ts']) {
    expect(readFileSync(join(db, maker), 'utf8')).not.toMatch(/handleOf<Writing>/u);
  }
});
