import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notedHead } from '../../../db/audit/known-head.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { backUp, ownBackupFolder } from '../../../db/backup/backups.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { createPatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { noteEvent } from '../../../db/records.ts';
import { rotateDatabaseKey } from '../../../db/rotate-key.ts';
import { exportPractice } from '../../../db/transfer/export-practice.ts';
import { importPractice } from '../../../db/transfer/import-practice.ts';
import { cheap, closedAfter, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

/** A practice with a patient, its file kept, then with another one, closed. */
async function laterPractice() {
  const { store, act, folder, person } = await newPractice();
  const key = Buffer.from(insideOf(store).databaseKey);
  const [file, note, older] = [join(folder, 'store.db'), join(folder, 'chain.json'), join(temporaryFolder(), 'older.db')];
  const unlocking = { personId: person.id, passphrase, origin: 'desktop', now: noon, cost: cheap } as const;
  const open = async () => closedAfter(await openPractice(folder, unlocking)).store;
  createPatient(store, act(), details());
  closeStore(store);
  copyFileSync(file, older);
  const again = await open();
  createPatient(again, act(), details());
  const problems = () => verifyFolder(folder, key, { isInUse: true }).problems.map(({ code, sequence }) => `${code} ${sequence}`);
  const rollBack = () => copyFileSync(older, file);
  return { store: again, act, folder, key, note, unlocking, open, problems, rollBack };
}

describe('the note beside the store', () => {
  test('is there from the first moment, and an untouched practice is whole while it is open and after', async () => {
    const { store, act, folder } = await newPractice();
    const key = Buffer.from(insideOf(store).databaseKey);
    expect(notedHead(folder)?.sequence).toBe(1);
    expect(verifyFolder(folder, key, { isInUse: true }).problems).toEqual([]);
    createPatient(store, act(), details());
    closeStore(store);
    expect(verifyFolder(folder, key, { isInUse: true }).problems).toEqual([]);
    expect(notedHead(folder)?.sequence).toBe(2);
  });

  test('is newer than an older copy of the store put in its place', async () => {
    const { store, problems, rollBack } = await laterPractice();
    closeStore(store);
    rollBack();
    expect(problems()).toEqual(['end-missing 2']);
  });

  test.each(['{}', '[]', '5', 'null', 'zz', '', '{"sequence":"2","hash":1,"seal":null}', '{"sequence":99,"hash":"x","seal":""}'])(
    'is told of where it is %s, and so is its being missing',
    async (text) => {
      const { store, note, problems, rollBack } = await laterPractice();
      closeStore(store);
      writeFileSync(note, text);
      expect(problems()).toEqual(['note-missing null']);
      rmSync(note);
      expect(problems()).toEqual(['note-missing null']);
      rollBack();
      expect(problems()).toEqual(['note-missing null']);
    },
  );

  test('that was missing or newer at a sign-in is told of until somebody has verified', async () => {
    for (const [fault, expected] of [
      ['missing', 'note-missing'],
      ['newer', 'head-changed'],
    ] as const) {
      const { store, act, note, open, problems, rollBack } = await laterPractice();
      closeStore(store);
      rollBack();
      if (fault === 'missing') rmSync(note);
      const opened = await open();
      const [signIn] = readTrail(opened.reading, { limit: 1 });
      expect(signIn?.detail).toEqual({ wrongBefore: 0, note: fault });
      expect(problems()).toEqual([`${expected} ${signIn?.sequence}`]);
      noteEvent(opened, act(), 'practice.verify', { kind: 'practice', id: 'x', patientId: null });
      expect(problems()).toEqual([]);
    }
  });

  test('of a copy that nobody uses yet is not asked for', async () => {
    const { store, folder, key, note } = await laterPractice();
    closeStore(store);
    rmSync(note);
    expect(verifyFolder(folder, key).problems).toEqual([]);
  });

  test('is the program’s own after the key is changed, after an import and after a restore', async () => {
    const { store, act, folder, unlocking, key } = await laterPractice();
    const backup = await backUp(store, act(), temporaryFolder());
    const file = join(temporaryFolder(), 'practice.jsonl');
    exportPractice({ folder, databaseKey: key, file, exportedAt: noon.at });
    closeStore(store);
    const wholeAfterOpening = async (place: string) => {
      const { store: opened } = closedAfter(await openPractice(place, unlocking));
      const found = () => verifyFolder(place, insideOf(opened).databaseKey, { isInUse: true }).problems;
      expect(found()).toEqual([]);
      const notes = readTrail(opened.reading, { limit: 99 }).map(({ detail }) => detail.note);
      expect(new Set(notes)).toEqual(new Set([undefined]));
      closeStore(opened);
    };
    const imported = await importPractice(file, join(temporaryFolder(), 'Imported.cauda'), unlocking);
    const { problems } = verifyFolder(imported.store.folder, insideOf(imported.store).databaseKey, { isInUse: true });
    expect(problems).toEqual([]);
    closeStore(imported.store);
    await rotateDatabaseKey(folder, unlocking);
    await wholeAfterOpening(folder);
    await restoreBackup(backup.file, folder, unlocking);
    await wholeAfterOpening(folder);
  });
});

describe('the backups in the practice’s own folder', () => {
  test('tell that an older store was put in the place of the one that they were made of, whatever became of the note', async () => {
    const { store, act, folder, note, open, problems, rollBack } = await laterPractice();
    const { manifest } = await backUp(store, act(), ownBackupFolder(store));
    closeStore(store);
    expect(problems()).toEqual([]);
    rollBack();
    const told = `backup-differs ${manifest?.head.sequence}`;
    expect(problems()).toEqual(['end-missing 2', told]);
    rmSync(note);
    expect(problems()).toEqual(['note-missing null', told]);
    const opened = await open();
    for (let more = 0; more < 5; more += 1) createPatient(opened, act(), details());
    noteEvent(opened, act(), 'practice.verify', { kind: 'practice', id: folder, patientId: null });
    expect(problems()).toEqual([told]);
  });

  test('are left behind by a restore that went back further, and still compared as far as it went', async () => {
    const { store, act, folder, unlocking, problems } = await laterPractice();
    const at = (minute: number) => ({ ...act(), now: { ...noon, at: new Date(noon.at.getTime() + minute * 60_000) } });
    const early = await backUp(store, at(10), temporaryFolder());
    createPatient(store, act(), details());
    await backUp(store, at(20), ownBackupFolder(store));
    closeStore(store);
    await restoreBackup(early.file, folder, { ...unlocking, now: at(30).now });
    expect(problems()).toEqual([]);
  });
});
