import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson } from '../../../db/access.ts';
import { readAssessment, startAssessment } from '../../../db/assessments.ts';
import { backUp } from '../../../db/backup/backups.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { createPatient, readPatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { recoverPractice } from '../../../db/recover-practice.ts';
import { rotateDatabaseKey } from '../../../db/rotate-key.ts';
import { cheap, closedAfter, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

const failing = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

async function practice() {
  const made = await newPractice();
  const patient = createPatient(made.store, made.act(), details());
  const { id } = startAssessment(made.store, made.act(), { patientId: patient.id, setting: 'inpatient', on: '2026-11-24' });
  const unlocking = { personId: made.person.id, passphrase, origin: 'desktop', now: noon, cost: cheap } as const;
  return { ...made, patient, assessmentId: id, unlocking };
}

test('a new database key: the record stays, other passphrases and the old recovery key no longer open it', async () => {
  const { store, act, folder, unlocking, patient, assessmentId, recoveryKey } = await practice();
  const nurse = await addPerson(store, act(), { name: 'Ben', roles: ['assistant'], passphrase: 'second passphrase', cost: cheap });
  const oldKey = Buffer.from(insideOf(store).databaseKey);
  const backup = await backUp(store, act(), temporaryFolder());
  await expect(rotateDatabaseKey(folder, unlocking)).rejects.toEqual(failing('store-in-use'));
  closeStore(store);
  const fresh = await rotateDatabaseKey(folder, unlocking);
  expect(readdirSync(folder)).not.toContain('next-key');
  const again = await openPractice(folder, unlocking);
  expect(readPatient(again.store.reading, patient.id)).toEqual(patient);
  expect(readAssessment(again.store.reading, assessmentId).sequence).toBe(0);
  expect(insideOf(again.store).databaseKey.equals(oldKey)).toBe(false);
  closeStore(again.store);
  await expect(openPractice(folder, { ...unlocking, personId: nurse.id, passphrase: 'second passphrase' })).rejects.toEqual(
    failing('wrong-passphrase'),
  );
  const recovering = { personId: unlocking.personId, newPassphrase: 'a new long one', origin: 'desktop', now: noon, cost: cheap } as const;
  await expect(recoverPractice(folder, { ...recovering, recoveryKey })).rejects.toEqual(failing('wrong-passphrase'));
  closeStore((await recoverPractice(folder, { ...recovering, recoveryKey: fresh })).store);
  // The older backup opens with the passphrases of its day.
  await restoreBackup(backup.file, folder, unlocking);
  closedAfter(await openPractice(folder, unlocking));
});

test('an interruption at any step leaves a practice that opens', async () => {
  const { store, folder, unlocking, patient } = await practice();
  closeStore(store);
  const before = join(temporaryFolder(), 'before');
  cpSync(folder, before, { recursive: true });
  await rotateDatabaseKey(folder, unlocking);
  const after = join(temporaryFolder(), 'after');
  cpSync(folder, after, { recursive: true });

  const steps: [string, (at: string) => void][] = [
    ['only the new store there', (at) => cpSync(join(after, 'store.db'), join(at, 'next-key', 'store.db'))],
    [
      'new store and new keys there',
      (at) => {
        for (const name of ['store.db', 'keys.json']) cpSync(join(after, name), join(at, 'next-key', name));
      },
    ],
    [
      'new store in place, new keys waiting',
      (at) => {
        for (const name of ['store.db', 'keys.json']) cpSync(join(after, name), join(at, 'next-key', name));
        renameSync(join(at, 'next-key', 'store.db'), join(at, 'store.db'));
      },
    ],
  ];
  for (const [name, interrupt] of steps) {
    const at = join(temporaryFolder(), 'Practice.cauda');
    cpSync(before, at, { recursive: true });
    mkdirSync(join(at, 'next-key'));
    interrupt(at);
    const opened = closedAfter(await openPractice(at, unlocking));
    expect(readPatient(opened.store.reading, patient.id), name).toEqual(patient);
    expect(existsSync(join(at, 'next-key'))).toBe(false);
  }
});
