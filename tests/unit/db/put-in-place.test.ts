import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { backUp, ownBackupFolder } from '../../../db/backup/backups.ts';
import { openMakingPlace, settlePlacesIn } from '../../../db/beside/making-place.ts';
import { madeIn, putInPlaceOf } from '../../../db/beside/put-in-place.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { knownPractice, rememberPractice } from '../../../db/data-folder.ts';
import { createPatient, readPatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { killed } from './killed.ts';
import { newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

test('a restore killed before any of its renamings leaves a whole practice in its place, with its backups, and nothing else', async () => {
  const { store, act, folder, person, cost } = { ...(await newPractice()), cost: { N: 2 ** 10, r: 8, p: 1 } };
  const patient = createPatient(store, act(), details());
  const { file } = await backUp(store, act(), ownBackupFolder(store));
  const later = createPatient(store, act(), details({ givenName: 'Eva' }));
  const key = Buffer.from(insideOf(store).databaseKey);
  closeStore(store);
  const outcomes = new Set<string>();
  let wasKilled = true;
  for (let nth = 1; wasKilled; nth += 1) {
    const dataFolder = temporaryFolder();
    const there = join(dataFolder, 'Practice.cauda');
    cpSync(folder, there, { recursive: true });
    rememberPractice(dataFolder, there);
    const order = { work: 'restore', call: 'renameSync', nth, folder: there, file, personId: person.id, passphrase } as const;
    wasKilled = await killed({ ...order, databaseKey: key.toString('hex') });
    expect(knownPractice(dataFolder)).toBe(there);
    settlePlacesIn(dataFolder);
    const opened = await openPractice(there, { personId: person.id, passphrase, origin: 'desktop', now: noon, cost });
    expect(readPatient(opened.store.reading, patient.id)).toEqual(patient);
    closeStore(opened.store);
    expect(verifyFolder(there, key).problems).toEqual([]);
    expect(readdirSync(join(there, 'backups'))).toHaveLength(1);
    const asides = readdirSync(dataFolder).filter((name) => name.includes('.before-restore-'));
    expect(readdirSync(dataFolder).sort()).toEqual(['Practice.cauda', 'practice.json', ...asides].sort());
    const holder = asides.length === 0 ? there : join(dataFolder, asides[0] ?? '');
    const { store: old } = await openPractice(holder, { personId: person.id, passphrase, origin: 'desktop', now: noon, cost });
    expect(readPatient(old.reading, later.id)).toEqual(later);
    closeStore(old);
    outcomes.add(asides.length === 0 ? 'not begun' : 'replaced');
  }
  expect(outcomes).toEqual(new Set(['not begun', 'replaced']));
}, 120_000);

test('where the new practice cannot be moved into its place the old one comes back', () => {
  const folder = join(temporaryFolder(), 'Practice.cauda');
  mkdirSync(folder);
  writeFileSync(join(folder, 'old'), '');
  const place = openMakingPlace(folder);
  // Nothing was made: its renaming fails.
  expect(() => putInPlaceOf(place.folder, folder, join(dirname(folder), 'aside'))).toThrow();
  place.close();
  expect(readdirSync(folder)).toEqual(['old']);
  expect(readdirSync(dirname(folder))).toEqual(['Practice.cauda']);
});

test('what a kill left is removed, and what is being made is left alone', () => {
  const folder = join(temporaryFolder(), 'Practice.cauda');
  const [left, other] = [`${folder}.0123abcd.making`, `${folder}.0123abce.restoring`];
  mkdirSync(madeIn(left), { recursive: true });
  mkdirSync(other);
  mkdirSync(`${folder}.making`);
  const place = openMakingPlace(folder);
  expect([left, other, `${folder}.making`].map((each) => existsSync(each))).toEqual([false, false, true]);
  settlePlacesIn(dirname(folder));
  expect(existsSync(place.folder)).toBe(true);
  place.close();
  expect(existsSync(place.folder)).toBe(false);
});
