import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson, changePassphrase, checkPassphrase } from '../../../db/access.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { backUp } from '../../../db/backup/backups.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { untoldAttempts, waitSeconds } from '../../../db/keys/attempts.ts';
import { makeRecoveryKey } from '../../../db/keys/recovery-key.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { recoverPractice } from '../../../db/recover-practice.ts';
import { unlockKey } from '../../../db/unlock-key.ts';
import { cheap, closedAfter, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';

const failing = (code: string, more: object = {}) => expect.objectContaining({ data: expect.objectContaining({ code, ...more }) });
const at = (text: string) => ({ at: new Date(text), offsetMinutes: 60 });
const later = (seconds: number) => ({ ...noon, at: new Date(noon.at.getTime() + seconds * 1000) });
const wrong = failing('wrong-passphrase');

/** A practice of two, closed: nobody's key can write down what is tried on it. */
async function closedPractice() {
  const made = await newPractice();
  const nurse = await addPerson(made.store, made.act(), {
    name: 'Ben Reed',
    roles: ['assistant'],
    passphrase: 'second passphrase',
    cost: cheap,
  });
  closeStore(made.store);
  const opening = (personId = made.person.id, tried = passphrase, now = noon) =>
    openPractice(made.folder, { personId, passphrase: tried, origin: 'desktop', now, cost: cheap });
  return { ...made, nurse, opening };
}

const trailOf = async (opened: Awaited<ReturnType<typeof openPractice>>, limit: number) =>
  readTrail(closedAfter(opened).store.reading, { limit }).map(({ sequence: _, patientId: __, ...row }) => row);

test('guessing is slowed down, and a restart does not help', async () => {
  const { opening, person } = await closedPractice();
  for (let guess = 0; guess < 5; guess += 1) await expect(opening(person.id, `guess number ${guess}`)).rejects.toEqual(wrong);
  await expect(opening()).rejects.toEqual(failing('slow-down', { seconds: 2 }));
  await expect(opening(person.id, 'x'.repeat(10), later(2))).rejects.toEqual(wrong);
  await expect(opening(person.id, passphrase, later(3))).rejects.toEqual(failing('slow-down', { seconds: 3 }));
  closedAfter(await opening(person.id, passphrase, later(6)));
  expect([4, 5, 6, 7, 40].map(waitSeconds)).toEqual([0, 2, 4, 8, 900]);
});

test('a clock that was wrong costs the whole wait once, and then the right passphrase opens', async () => {
  const { opening, person } = await closedPractice();
  const ahead = at('2036-01-01T00:00:00.000Z');
  for (let guess = 0; guess < 5; guess += 1) await expect(opening(person.id, 'not this one', ahead)).rejects.toEqual(wrong);
  await expect(opening()).rejects.toEqual(failing('slow-down', { seconds: 2 }));
  await expect(opening(person.id, passphrase, later(1))).rejects.toEqual(failing('slow-down', { seconds: 1 }));
  closedAfter(await opening(person.id, passphrase, later(2)));
});

test('what was tried on a closed practice is one row each, with its moment and whence, whoever opens it next', async () => {
  const { folder, opening, person, nurse } = await closedPractice();
  await expect(opening(nurse.id, 'not this one', later(10))).rejects.toEqual(wrong);
  const recovering = { personId: person.id, newPassphrase: 'a new long one', cost: cheap } as const;
  await expect(
    recoverPractice(folder, { ...recovering, recoveryKey: makeRecoveryKey(), origin: 'browser', now: later(20) }),
  ).rejects.toEqual(wrong);
  const byCommand = { personId: person.id, passphrase: 'nor this one', origin: 'command-line', now: later(30) } as const;
  await expect(unlockKey(folder, byCommand)).rejects.toEqual(wrong);
  const stranger = '00000000-0000-4000-8000-000000000000';
  await expect(opening(stranger, 'whatever it is', later(40))).rejects.toEqual(wrong);

  const failed = { personId: '', action: 'session.failed-attempt', subject: 'person', detail: {} };
  const opened = await opening(person.id, passphrase, later(60));
  expect(verifyFolder(folder, insideOf(opened.store).databaseKey).problems).toEqual([]);
  expect(await trailOf(opened, 5)).toEqual([
    expect.objectContaining({ action: 'session.sign-in', personId: person.id, detail: { wrongBefore: 1 } }),
    { ...failed, subjectId: stranger, origin: 'desktop', at: '2026-11-24T12:00:40.000+01:00' },
    { ...failed, subjectId: person.id, origin: 'command-line', at: '2026-11-24T12:00:30.000+01:00' },
    {
      ...failed,
      subject: 'practice',
      subjectId: expect.any(String),
      detail: { secret: 'recovery-key' },
      origin: 'browser',
      at: '2026-11-24T12:00:20.000+01:00',
    },
    { ...failed, subjectId: nurse.id, origin: 'desktop', at: '2026-11-24T12:00:10.000+01:00' },
  ]);
});

test('what was told is not told again, not even where telling was cut off before it was noted', async () => {
  const { folder, opening, person, nurse } = await closedPractice();
  await expect(opening(nurse.id, 'not this one')).rejects.toEqual(wrong);
  const untold = readFileSync(join(folder, 'attempts.json'), 'utf8');
  closeStore((await opening()).store);
  expect(readFileSync(join(folder, 'attempts.json'), 'utf8')).not.toBe(untold);
  // As a kill between the two leaves it.
  writeFileSync(join(folder, 'attempts.json'), untold);
  const rows = await trailOf(await opening(person.id, passphrase, later(5)), 100);
  expect(rows.filter(({ action }) => action === 'session.failed-attempt')).toHaveLength(1);
});

test('a wrong old passphrase is on the trail at once, and stays when the right one follows', async () => {
  const { store, act, person } = await newPractice();
  const change = (tried: string) =>
    changePassphrase(store, act(), { personId: person.id, passphrase: tried, newPassphrase: 'another long one', cost: cheap });
  await expect(change('not this one')).rejects.toEqual(wrong);
  const failed = { action: 'session.failed-attempt', personId: '', subjectId: person.id };
  expect(readTrail(store.reading, { limit: 1 })).toMatchObject([failed]);
  await change(passphrase);
  expect(readTrail(store.reading, { limit: 2 })).toMatchObject([
    { action: 'person.change-passphrase', personId: person.id, detail: { wrongBefore: 1 } },
    failed,
  ]);
});

test('a passphrase that is still being tried is not told of as wrong by another that fails meanwhile', async () => {
  const { store, act, person } = await newPractice();
  // Hers takes so long that his has failed before.
  const slow = { name: 'Cay', roles: ['assistant'], passphrase: 'third passphrase', cost: { N: 2 ** 16, r: 8, p: 1 } } as const;
  const cay = await addPerson(store, act(), slow);
  const from = { origin: 'desktop', now: noon } as const;
  const right = checkPassphrase(store, { personId: cay.id, passphrase: slow.passphrase, ...from });
  await expect(checkPassphrase(store, { personId: person.id, passphrase: 'not this one', ...from })).rejects.toEqual(wrong);
  expect(await right).toEqual(cay);
  const told = readTrail(store.reading, { limit: 100 }).filter(({ action }) => action === 'session.failed-attempt');
  expect(told).toMatchObject([{ subjectId: person.id }]);
});

test('a full disk keeps nobody out for what cannot be told: it is told when there is room', async () => {
  const { folder, opening, person, nurse } = await closedPractice();
  await expect(opening(nurse.id, 'not this one')).rejects.toEqual(wrong);
  const full = { personId: person.id, passphrase, origin: 'desktop', now: noon, cost: cheap, freeBytes: () => 0 } as const;
  await expect(openPractice(folder, full)).rejects.toEqual(failing('disk-full'));
  const rows = await trailOf(await opening(), 2);
  expect(rows).toMatchObject([{ action: 'session.sign-in' }, { action: 'session.failed-attempt', subjectId: nurse.id }]);
});

test.each(['in the place of the practice', 'where the practice is gone'])(
  'what was tried before a restore %s is told of in what was restored',
  async (where) => {
    const { store, act, folder, person } = await newPractice();
    const { file } = await backUp(store, act(), temporaryFolder());
    closeStore(store);
    if (where === 'where the practice is gone') rmSync(folder, { recursive: true });
    const restoring = { personId: person.id, passphrase, origin: 'browser', now: later(10), cost: cheap } as const;
    const guess = { ...restoring, passphrase: 'not this one', now: later(5) };
    await expect(restoreBackup(file, folder, guess)).rejects.toEqual(wrong);
    await restoreBackup(file, folder, restoring);
    const { reading } = closedAfter(await openPractice(folder, restoring)).store;
    const told = readTrail(reading, { limit: 100 }).filter(({ action }) => action === 'session.failed-attempt');
    expect(told).toMatchObject([{ personId: '', subjectId: person.id, origin: 'browser', at: '2026-11-24T12:00:05.000+01:00' }]);
    // Told once: another restore has nothing to tell.
    for (const place of [folder, dirname(folder)]) expect(untoldAttempts(place)).toEqual([]);
  },
);

test.each([
  'null',
  '[]',
  '5',
  '{',
  '{"x":null}',
  '{"counts":{},"untold":null}',
  '{"counts":{"x":{"wrong":-1,"at":0}},"untold":[]}',
  '{"counts":{},"untold":[{"id":"x"}]}',
])('a file of attempts that says %s bars nobody', async (text) => {
  const { folder, opening } = await closedPractice();
  writeFileSync(join(folder, 'attempts.json'), text);
  closedAfter(await opening());
});

test('counts that an earlier version wrote go on counting', async () => {
  const { folder, opening, person } = await closedPractice();
  writeFileSync(join(folder, 'attempts.json'), JSON.stringify({ [person.id]: { wrong: 5, at: noon.at.getTime() } }));
  await expect(opening(person.id, passphrase, later(1))).rejects.toEqual(failing('slow-down', { seconds: 1 }));
  writeFileSync(join(folder, 'attempts.json'), JSON.stringify({ [person.id]: { wrong: 99, at: 9e99 } }));
  await expect(opening(person.id, passphrase, later(2))).rejects.toEqual(failing('slow-down', { seconds: 900 }));
  closedAfter(await opening(person.id, passphrase, later(902)));
});
