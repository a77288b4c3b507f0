import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson } from '../../../db/access.ts';
import { recordAnswer } from '../../../db/answers.ts';
import { readAssessment, startAssessment } from '../../../db/assessments.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { backUp, backUpWhereDue, isStoreSound, ownBackupFolder, rehearseNewest, verifyStore } from '../../../db/backup/backups.ts';
import { backupsIn } from '../../../db/backup/backups-in.ts';
import { readManifest } from '../../../db/backup/read-backup.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { isBackupDue, keptBackups } from '../../../db/backup/retention.ts';
import { isOpen } from '../../../db/connection/store.ts';
import { schemaVersion } from '../../../db/migrate/released.ts';
import { createPatient, readPatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { cheap, closedAfter, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

const failing = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

async function backedUp() {
  const made = await newPractice();
  const patient = createPatient(made.store, made.act(), details({ familyName: 'Canarywharf' }));
  const { id } = startAssessment(made.store, made.act(), { patientId: patient.id, setting: 'primary-care', on: '2026-11-24' });
  const stick = temporaryFolder();
  const stages: string[] = [];
  const backup = await backUp(made.store, made.act(), stick, ({ stage }) => void stages.push(stage));
  const unlocking = { personId: made.person.id, passphrase, origin: 'desktop', now: noon, cost: cheap } as const;
  return { ...made, patient, assessmentId: id, stick, stages, backup, unlocking };
}

test('a backup is one encrypted archive, checked, and tells what is in it without a key', async () => {
  const { backup, stages, stick, store } = await backedUp();
  expect(new Set(stages)).toEqual(new Set(['copying', 'checking', 'packing']));
  expect(readdirSync(stick)).toHaveLength(1);
  const bytes = readFileSync(backup.file);
  expect(bytes.includes('Canarywharf')).toBe(false);
  expect(bytes.includes('SQLite format 3')).toBe(false);
  expect(readManifest(backup.file)).toMatchObject({
    practice: { name: 'Hill Practice' },
    rows: { patient: 1, assessment: 1 },
    schemaVersion,
  });
  expect(backupsIn(stick)).toEqual([backup]);
  expect(readTrail(store.reading, { limit: 1 })).toMatchObject([{ action: 'practice.back-up' }]);
});

test('writing goes on while a backup is made, and the backup is of one moment', async () => {
  const { store, act, assessmentId, stick } = await backedUp();
  const second = { ...act(), now: { ...noon, at: new Date(noon.at.getTime() + 86_400_000) } };
  const running = backUp(store, second, stick);
  let sequence = 0;
  let over = false;
  const done = running.finally(() => {
    over = true;
  });
  while (!over) {
    recordAnswer(store, act(), { assessmentId, finding: 'made.up', state: 'present', value: null, entered: null, seen: sequence });
    sequence += 1;
    await new Promise((resume) => setTimeout(resume, 1));
  }
  const { manifest } = await done;
  expect(sequence).toBeGreaterThan(5);
  expect(manifest?.rows.answer).toBeLessThanOrEqual(sequence);
  expect(await rehearseNewest(store, act(), stick)).toMatchObject({ passed: true, continued: true, sameRows: true });
});

test('a rehearsal sees a backup that is not what was made', async () => {
  const { store, act, stick, backup } = await backedUp();
  expect(await rehearseNewest(store, act(), stick)).toMatchObject({ passed: true, backup: backup.file.slice(stick.length + 1) });
  expect(await rehearseNewest(store, act(), temporaryFolder())).toBeNull();
  const bytes = readFileSync(backup.file);
  writeFileSync(backup.file, bytes.fill(1, bytes.length - 30_000, bytes.length - 20_000));
  await expect(rehearseNewest(store, act(), stick)).rejects.toEqual(failing('store-damaged'));
});

test('a restore replaces the practice by the backup and keeps the old one aside', async () => {
  const { store, act, backup, folder, unlocking, patient, assessmentId } = await backedUp();
  recordAnswer(store, act(), { assessmentId, finding: 'made.up', state: 'present', value: null, entered: null, seen: 0 });
  await expect(restoreBackup(backup.file, folder, unlocking)).rejects.toEqual(failing('store-in-use'));
  closeStore(store);
  await expect(restoreBackup(backup.file, folder, { ...unlocking, passphrase: 'not this one' })).rejects.toEqual(
    failing('wrong-passphrase'),
  );
  const { manifest, aside: kept } = await restoreBackup(backup.file, folder, unlocking);
  expect(manifest).toEqual(backup.manifest);
  expect(kept).toBe(folder.replace('.cauda', '.before-restore-20261124-110000.cauda'));
  const restored = closedAfter(await openPractice(folder, unlocking));
  expect(readPatient(restored.store.reading, patient.id).familyName).toBe('Canarywharf');
  expect(readAssessment(restored.store.reading, assessmentId).sequence).toBe(0);
  expect((await verifyStore(restored.store)).problems).toEqual([]);
  expect(await isStoreSound(restored.store)).toBe(true);
  const aside = closedAfter(await openPractice(kept ?? '', unlocking));
  expect(readAssessment(aside.store.reading, assessmentId).sequence).toBe(1);
  expect(readdirSync(dirname(folder)).sort()).toEqual([basename(kept ?? ''), basename(folder)].sort());
});

test('only an owner of its day restores a backup, only over its own practice, and guesses are slowed', async () => {
  const { store, act, folder, stick, unlocking } = await backedUp();
  const nurse = await addPerson(store, act(), { name: 'Nurse', roles: ['assistant'], passphrase: 'second passphrase', cost: cheap });
  const { file } = await backUp(store, { ...act(), now: { ...noon, at: new Date(noon.at.getTime() + 60_000) } }, stick);
  closeStore(store);
  const asNurse = { ...unlocking, personId: nurse.id, passphrase: 'second passphrase' };
  await expect(restoreBackup(file, folder, asNurse)).rejects.toEqual(failing('not-allowed'));
  const other = await newPractice();
  const ownOfOther = { ...unlocking, personId: other.person.id };
  const { file: others } = await backUp(other.store, other.act(), temporaryFolder());
  await expect(restoreBackup(others, folder, ownOfOther)).rejects.toEqual(failing('other-practice'));
  // Each try unpacks the backup anew; the count is the practice's.
  for (let tries = 0; tries < 5; tries += 1) {
    await expect(restoreBackup(file, folder, { ...unlocking, passphrase: 'a guess' })).rejects.toEqual(failing('wrong-passphrase'));
  }
  await expect(restoreBackup(file, folder, unlocking)).rejects.toEqual(failing('slow-down'));
  expect(readdirSync(dirname(folder))).toEqual([basename(folder)]);
  const fresh = join(temporaryFolder(), 'Fresh.cauda');
  expect(await restoreBackup(others, fresh, ownOfOther)).toMatchObject({ aside: null });
  closedAfter(await openPractice(fresh, ownOfOther));
});

test('the practice’s own backups stay with it when one takes its place', async () => {
  const { store, act, folder, unlocking } = await backedUp();
  const { file } = await backUp(store, act(), ownBackupFolder(store));
  const names = readdirSync(dirname(file));
  closeStore(store);
  const { aside } = await restoreBackup(file, folder, unlocking);
  expect(readdirSync(dirname(file))).toEqual(names);
  expect(existsSync(join(aside ?? '', 'store.db'))).toBe(true);
});

test('two restores in one second keep both practices that they replaced', async () => {
  const { store, backup, folder, unlocking } = await backedUp();
  closeStore(store);
  const asides = [await restoreBackup(backup.file, folder, unlocking), await restoreBackup(backup.file, folder, unlocking)];
  expect(new Set(asides.map(({ aside }) => aside)).size).toBe(2);
  for (const { aside } of asides) closeStore((await openPractice(aside ?? '', unlocking)).store);
});

test('what has the practice open closes it only when the backup was found whole', async () => {
  const { store, backup, folder, unlocking } = await backedUp();
  const wrong = restoreBackup(backup.file, folder, { ...unlocking, passphrase: 'a guess', beforeReplacing: () => closeStore(store) });
  await expect(wrong).rejects.toEqual(failing('wrong-passphrase'));
  expect(isOpen(store)).toBe(true);
  await restoreBackup(backup.file, folder, { ...unlocking, beforeReplacing: () => closeStore(store) });
  expect(isOpen(store)).toBe(false);
});

test('a damaged backup replaces nothing', async () => {
  const { store, backup, folder, unlocking } = await backedUp();
  closeStore(store);
  const whole = readFileSync(backup.file);
  const broken = join(temporaryFolder(), 'broken.tar');
  for (const bytes of [
    whole.subarray(0, whole.length - 5000),
    Buffer.from(whole).fill(0, 40_000, 45_000),
    Buffer.from('no archive'),
    Buffer.alloc(0),
  ]) {
    writeFileSync(broken, bytes);
    await expect(restoreBackup(broken, folder, unlocking)).rejects.toEqual(failing('store-damaged'));
  }
  closedAfter(await openPractice(folder, unlocking));
  expect(readdirSync(dirname(folder))).toEqual([basename(folder)]);
});

test('a backup a day in each folder, and one that cannot be written keeps no other from its own', async () => {
  const { store, act, stick } = await backedUp();
  const second = temporaryFolder();
  expect(await backUpWhereDue(store, act(), [stick, second])).toMatchObject([{ manifest: { practice: { name: 'Hill Practice' } } }]);
  expect([stick, second].map((folder) => backupsIn(folder).length)).toEqual([1, 1]);
  const nextDay = { ...act(), now: { ...noon, at: new Date(noon.at.getTime() + 86_400_000) } };
  const file = join(temporaryFolder(), 'a file, no folder');
  writeFileSync(file, '');
  await expect(backUpWhereDue(store, nextDay, [join(file, 'x'), stick, second])).rejects.toThrow();
  expect([stick, second].map((folder) => backupsIn(folder).length)).toEqual([2, 2]);
});

test('seven days, four weeks and twelve months are kept', () => {
  const daily = Array.from({ length: 800 }, (_, day) => new Date(Date.UTC(2026, 10, 24, 18) - day * 86_400_000));
  const keep = [...keptBackups(daily)].map((at) => at.toISOString().slice(0, 10)).sort();
  expect(keep).toEqual([
    '2025-12-31',
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-08',
    '2026-11-15',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
  ]);
  const two = [new Date('2026-11-24T08:00:00Z'), new Date('2026-11-24T18:00:00Z')];
  expect([...keptBackups(two)]).toEqual([two[1]]);
  expect(isBackupDue(null, noon.at)).toBe(true);
  expect(isBackupDue(new Date('2026-11-24T00:10:00Z'), noon.at)).toBe(false);
  expect(isBackupDue(new Date('2026-11-23T23:50:00Z'), noon.at)).toBe(true);
});
