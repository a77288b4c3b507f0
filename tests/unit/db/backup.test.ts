import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson } from '../../../db/access.ts';
import { recordAnswer } from '../../../db/answers.ts';
import { readAssessment, startAssessment } from '../../../db/assessments.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { writeArchive } from '../../../db/backup/archive.ts';
import { backUp, backUpWhereDue, isStoreSound, ownBackupFolder, rehearseNewest, verifyStore } from '../../../db/backup/backups.ts';
import { backupsIn } from '../../../db/backup/backups-in.ts';
import { readManifest } from '../../../db/backup/read-backup.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { isBackupDue, keptBackups } from '../../../db/backup/retention.ts';
import { insideOf, isOpen } from '../../../db/connection/store.ts';
import { schemaVersion } from '../../../db/migrate/released.ts';
import type { Moment } from '../../../db/moment.ts';
import { createPatient, readPatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { signAssessment } from '../../../db/signing.ts';
import { classify } from '../../../shared/classification/classify.ts';
import { killed } from './killed.ts';
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
  expect(await rehearseNewest(store, second, stick)).toMatchObject({ passed: true, continued: true, sameRows: true, manifest });
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

test('two backups in one second are two, and a folder that is not there is not made', async () => {
  const { store, act, stick } = await backedUp();
  const [one, other] = [act(), { ...act(), now: noon }];
  const files = [await backUp(store, { ...one, now: noon }, stick), await backUp(store, other, stick)].map(({ file }) => basename(file));
  expect(files[1]).toBe(files[0]?.replace('.cauda-backup.tar', '-2.cauda-backup.tar'));
  const missing = join(stick, 'not plugged in');
  await expect(backUp(store, act(), missing)).rejects.toEqual(failing('file-not-written'));
  expect(existsSync(missing)).toBe(false);
});

test('what a kill left half made is removed before the next backup, of this practice alone', async () => {
  const { store, act, folder, person, stick, backup } = await backedUp();
  const mine = backup.file.replace(/\d{6}\.cauda-backup/u, '000000.cauda-backup');
  const databaseKey = insideOf(store).databaseKey.toString('hex');
  const order = { work: 'back-up', call: 'renameSync', nth: 1, folder, file: mine, personId: person.id, passphrase, databaseKey } as const;
  expect(await killed(order)).toBe(true);
  expect(readdirSync(stick)).toHaveLength(3);
  const others = join(stick, '01234567-20261124-000000.cauda-backup.tar.part');
  writeFileSync(others, 'another practice is at it');
  // Not due, and tidied all the same.
  expect(await backUpWhereDue(store, act(), [stick])).toEqual([]);
  expect(readdirSync(stick).sort()).toEqual([basename(others), basename(backup.file)].sort());
});

test('an odd or a cut file under a backup’s name hides no other, stands for none and is thinned for none', async () => {
  const { store, act, stick, backup } = await backedUp();
  const odd = (name: string) => join(stick, `${name}.cauda-backup.tar`);
  const { manifest, file } = backup;
  const text = (content: unknown) => [{ name: 'manifest.json', text: JSON.stringify(content) }];
  writeArchive(odd('a'), text({ format: 'cauda-backup/1' }), noon.at);
  writeArchive(odd('b'), text({ ...manifest, practice: undefined }), noon.at);
  writeArchive(odd('c'), text({ ...manifest, madeAt: 'yesterday' }), noon.at);
  writeArchive(odd('d'), text(null), noon.at);
  writeFileSync(odd('e'), 'no archive');
  mkdirSync(odd('f'));
  const whole = readFileSync(file);
  // The newest of its day by its front, and cut: the good one must outlive it.
  writeFileSync(odd('g'), whole.subarray(0, whole.length - 20_000));
  const kinds = backupsIn(stick, manifest?.practice.id).map((each) => [basename(each.file).slice(0, 1), each.manifest !== null]);
  expect(kinds.filter(([, isWhole]) => isWhole)).toEqual([[basename(file).slice(0, 1), true]]);
  expect(kinds).toHaveLength(8);
  expect(await backUpWhereDue(store, act(), [stick])).toEqual([]);
  expect(await rehearseNewest(store, act(), stick)).toMatchObject({ passed: true, backup: basename(file) });
  await backUp(store, { ...act(), now: { ...noon, at: new Date(noon.at.getTime() + 86_400_000) } }, stick);
  expect(existsSync(file)).toBe(true);
});

test('a backup that a wrong clock dated years ahead brings no further ones, and is not the one rehearsed', async () => {
  const { store, act, stick, backup } = await backedUp();
  const inTenYears = { ...act(), now: { ...noon, at: new Date('2036-11-24T11:00:00.000Z') } };
  const { file } = await backUp(store, inTenYears, stick);
  expect(existsSync(backup.file)).toBe(true);
  expect(await backUpWhereDue(store, act(), [stick])).toEqual([]);
  const nextDay = { ...act(), now: { ...noon, at: new Date(noon.at.getTime() + 86_400_000) } };
  expect(await backUpWhereDue(store, nextDay, [stick])).toHaveLength(1);
  expect(await backUpWhereDue(store, nextDay, [stick])).toEqual([]);
  expect(await rehearseNewest(store, nextDay, stick)).toMatchObject({ manifest: { madeAt: nextDay.now.at.toISOString() } });
  expect(existsSync(file)).toBe(true);
});

test('a rehearsal is held beside the practice, leaves nothing, and does not pass where something signed comes to another result', async () => {
  const { store, act, folder, stick, assessmentId } = await backedUp();
  const seen = new Set<string>();
  const watching = setInterval(() => {
    for (const name of readdirSync(dirname(folder))) seen.add(name.replace(/[0-9a-f]{8}/u, '*'));
  }, 1);
  const found = await rehearseNewest(store, act(), stick);
  clearInterval(watching);
  expect([...seen]).toContain('Practice.cauda.*.making');
  expect(readdirSync(dirname(folder))).toEqual(['Practice.cauda']);
  expect(found?.passed).toBe(true);
  const facts = { setting: 'spine-clinic', patient: { ageYears: 74 }, findings: { 'provoke.walking': true } } as const;
  const { differential, ...rest } = classify(facts);
  signAssessment(store, act(), { assessmentId, seen: 0, facts, result: { ...rest, differential: differential.toReversed() }, list: {} });
  const later = { ...act(), now: { ...noon, at: new Date(noon.at.getTime() + 60_000) } };
  await backUp(store, later, stick);
  const replays = { same: 0, different: 1 };
  expect(await rehearseNewest(store, later, stick)).toMatchObject({
    sameRows: true,
    continued: true,
    passed: false,
    verification: { problems: [], replays },
  });
});

const utc = (text: string): Moment => ({ at: new Date(text), offsetMinutes: 0 });

test('seven days, four weeks and twelve months are kept', () => {
  const newest = utc('2026-11-24T18:00:00Z');
  const daily = Array.from({ length: 800 }, (_, day) => ({ ...newest, at: new Date(newest.at.getTime() - day * 86_400_000) }));
  const keep = [...keptBackups(daily, newest)].map(({ at }) => at.toISOString().slice(0, 10)).sort();
  const days = ['08', '15', '18', '19', '20', '21', '22', '23', '24'].map((day) => `2026-11-${day}`);
  const months = ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31'].map((day) => `2026-${day}`);
  expect(keep).toEqual(['2025-12-31', ...months, ...days]);
  const two = [utc('2026-11-24T08:00:00Z'), newest];
  expect([...keptBackups(two, newest)]).toEqual([newest]);
  const ahead = utc('2036-01-01T00:00:00Z');
  expect(keptBackups([...two, ahead], newest)).toEqual(new Set([ahead, newest]));
});

test('a backup is due on the clinic’s day, whatever the day in Greenwich', () => {
  expect(isBackupDue(null, noon)).toBe(true);
  expect(isBackupDue(utc('2026-11-24T00:10:00Z'), utc('2026-11-24T11:00:00Z'))).toBe(false);
  expect(isBackupDue(utc('2026-11-23T23:50:00Z'), utc('2026-11-24T11:00:00Z'))).toBe(true);
  const auckland = (text: string): Moment => ({ at: new Date(text), offsetMinutes: 13 * 60 });
  // A Tuesday's morning and afternoon there; between them the day turns in Greenwich.
  expect(isBackupDue(auckland('2026-11-24T09:00:00+13:00'), auckland('2026-11-24T17:00:00+13:00'))).toBe(false);
  expect(isBackupDue(auckland('2026-11-24T17:00:00+13:00'), auckland('2026-11-25T08:00:00+13:00'))).toBe(true);
  const both = [auckland('2026-11-24T09:00:00+13:00'), auckland('2026-11-24T17:00:00+13:00')];
  expect([...keptBackups(both, auckland('2026-11-24T17:00:00+13:00'))]).toEqual([both[1]]);
});
