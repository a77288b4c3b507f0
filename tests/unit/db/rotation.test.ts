import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson, keepRecoveryKey, newRecoveryKey } from '../../../db/access.ts';
import { readAssessment, startAssessment } from '../../../db/assessments.ts';
import { purposeKey } from '../../../db/audit/chain.ts';
import { isSealed, notedHead } from '../../../db/audit/known-head.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { backUp } from '../../../db/backup/backups.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { connect } from '../../../db/connection/connect.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import { createPatient, readPatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { recoverPractice } from '../../../db/recover-practice.ts';
import { rotateDatabaseKey } from '../../../db/rotate-key.ts';
import { unlockKey } from '../../../db/unlock-key.ts';
import { cheap, closedAfter, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

interface Trigger {
  readonly name: string;
  readonly sql: string;
}
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
  keepRecoveryKey(store, act());
  closeStore(store);
  const fresh = await rotateDatabaseKey(folder, unlocking);
  expect(describePractice(folder).recoveryUnseen).toBe(true);
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
  const { store, act, folder, unlocking, patient } = await practice();
  keepRecoveryKey(store, act());
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
        for (const name of ['store.db', 'chain.json', 'keys.json']) cpSync(join(after, name), join(at, 'next-key', name));
      },
    ],
    [
      'new store in place, new keys waiting',
      (at) => {
        for (const name of ['store.db', 'chain.json', 'keys.json']) cpSync(join(after, name), join(at, 'next-key', name));
        renameSync(join(at, 'next-key', 'store.db'), join(at, 'store.db'));
      },
    ],
    [
      'new store and its note in place, new keys waiting',
      (at) => {
        for (const name of ['store.db', 'chain.json']) cpSync(join(after, name), join(at, name));
        cpSync(join(after, 'keys.json'), join(at, 'next-key', 'keys.json'));
      },
    ],
  ];
  for (const [name, interrupt] of steps) {
    const at = join(temporaryFolder(), 'Practice.cauda');
    cpSync(before, at, { recursive: true });
    mkdirSync(join(at, 'next-key'));
    interrupt(at);
    // Where the new keys hold, the key that was to be shown was not: somebody must be told.
    expect(describePractice(at).recoveryUnseen, name).toBe(name !== 'only the new store there');
    const key = await unlockKey(at, unlocking);
    expect(verifyFolder(at, key, { isInUse: true }).problems, name).toEqual([]);
    const noted = notedHead(at);
    expect(noted !== null && isSealed(noted, purposeKey(key, 'audit-head')), name).toBe(true);
    const opened = closedAfter(await openPractice(at, unlocking));
    expect(readPatient(opened.store.reading, patient.id), name).toEqual(patient);
    expect(existsSync(join(at, 'next-key'))).toBe(false);
  }
});

test('a store that is not as it was written keeps its old keys, all of them', async () => {
  const { store, act, folder, unlocking, recoveryKey } = await practice();
  const nurse = await addPerson(store, act(), { name: 'Ben', roles: ['assistant'], passphrase: 'second passphrase', cost: cheap });
  const key = Buffer.from(insideOf(store).databaseKey);
  closeStore(store);
  const { client } = connect(join(folder, 'store.db'), key, 'write');
  const trigger = client.prepare("select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'audit'").all() as Trigger[];
  for (const { name } of trigger) client.exec(`drop trigger ${name}`);
  client.exec("update audit set origin = 'browser' where sequence = 2");
  for (const { sql } of trigger) client.exec(sql);
  client.close();
  const keysBefore = readFileSync(join(folder, 'keys.json'), 'utf8');

  await expect(rotateDatabaseKey(folder, unlocking)).rejects.toEqual(failing('store-damaged'));
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(keysBefore);
  expect(readdirSync(folder)).not.toContain('next-key');
  const opened = await openPractice(folder, { ...unlocking, personId: nurse.id, passphrase: 'second passphrase' });
  expect(insideOf(opened.store).databaseKey.equals(key)).toBe(true);
  closeStore(opened.store);
  const recovering = { personId: unlocking.personId, newPassphrase: 'a new long one', origin: 'desktop', now: noon, cost: cheap } as const;
  closedAfter(await recoverPractice(folder, { ...recovering, recoveryKey }));
});

test('a recovery key counts as kept once somebody says so or types it, and a new one as unseen', async () => {
  const { store, act, folder, unlocking, recoveryKey } = await practice();
  const isUnseen = () => describePractice(folder).recoveryUnseen;
  expect(isUnseen()).toBe(true);
  keepRecoveryKey(store, act());
  expect(isUnseen()).toBe(false);
  const before = readTrail(store.reading, { limit: 1 });
  expect(before).toMatchObject([{ action: 'practice.keep-recovery-key' }]);
  keepRecoveryKey(store, act());
  expect(readTrail(store.reading, { limit: 1 })).toEqual(before);
  const fresh = await newRecoveryKey(store, act(), cheap);
  expect(isUnseen()).toBe(true);
  closeStore(store);
  const recovering = { personId: unlocking.personId, newPassphrase: 'a new long one', origin: 'desktop', now: noon, cost: cheap } as const;
  await expect(recoverPractice(folder, { ...recovering, recoveryKey })).rejects.toEqual(failing('wrong-passphrase'));
  expect(isUnseen()).toBe(true);
  closedAfter(await recoverPractice(folder, { ...recovering, recoveryKey: fresh }));
  expect(isUnseen()).toBe(false);
});
