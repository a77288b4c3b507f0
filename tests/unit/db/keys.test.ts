import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPerson, changePassphrase, checkPassphrase, newRecoveryKey, removePerson, renamePractice } from '../../../db/access.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from '../../../db/keys/key-file.ts';
import { makeRecoveryKey, normalRecoveryKey } from '../../../db/keys/recovery-key.ts';
import { listPeople } from '../../../db/people.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { recoverPractice } from '../../../db/recover-practice.ts';
import { cheap, closedAfter, newPractice, noon, passphrase } from './practice-for-tests.ts';

const failing = (code: string, more: object = {}) => expect.objectContaining({ data: expect.objectContaining({ code, ...more }) });

const opening = (folder: string, personId: string, tried = passphrase, now = noon) =>
  openPractice(folder, { personId, passphrase: tried, origin: 'desktop', now, cost: cheap });

test('a wrong passphrase does not open, and is told of in the audit of the next sign-in', async () => {
  const { store, folder, person } = await newPractice();
  closeStore(store);
  await expect(opening(folder, person.id, 'not this one')).rejects.toEqual(failing('wrong-passphrase'));
  const { store: again } = closedAfter(await opening(folder, person.id));
  expect(readTrail(again.reading, { limit: 1 })).toMatchObject([{ action: 'session.sign-in', detail: { wrongBefore: 1 } }]);
});

test('the recovery key opens and sets a new passphrase; a slip of the pen is told of without trying it', async () => {
  const { store, folder, person, recoveryKey } = await newPractice();
  closeStore(store);
  const recover = (typed: string) =>
    recoverPractice(folder, {
      recoveryKey: typed,
      personId: person.id,
      newPassphrase: 'a new long one',
      origin: 'desktop',
      now: noon,
      cost: cheap,
    });
  const slip = recoveryKey.replace(/^./u, (letter) => (letter === '7' ? '8' : '7'));
  await expect(recover(slip)).rejects.toEqual(failing('invalid', { field: 'recoveryKey' }));
  await expect(recover(makeRecoveryKey())).rejects.toEqual(failing('wrong-passphrase'));
  const spoken = recoveryKey.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l');
  const recovered = await recover(spoken);
  closeStore(recovered.store);
  await expect(opening(folder, person.id)).rejects.toEqual(failing('wrong-passphrase'));
  closedAfter(await opening(folder, person.id, 'a new long one'));
});

test('a recovery key is eight groups of four and survives being read aloud', () => {
  for (let round = 0; round < 50; round += 1) {
    const key = makeRecoveryKey();
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(normalRecoveryKey(key.toLowerCase())).toBe(key.replaceAll('-', ''));
  }
});

test('people come and go with slots of their own', async () => {
  const { store, folder, person, act } = await newPractice();
  const nurse = await addPerson(store, act(), { name: 'Ben Reed', roles: ['assistant'], passphrase: 'second passphrase', cost: cheap });
  expect(describePractice(folder).people).toEqual([person, nurse]);
  await expect(checkPassphrase(store, { personId: nurse.id, passphrase, origin: 'desktop', now: noon })).rejects.toEqual(
    failing('wrong-passphrase'),
  );
  const failed = { personId: '', action: 'session.failed-attempt', subjectId: nurse.id };
  expect(readTrail(store.reading, { limit: 1 })).toMatchObject([failed]);
  expect(await checkPassphrase(store, { personId: nurse.id, passphrase: 'second passphrase', origin: 'desktop', now: noon })).toEqual(
    nurse,
  );
  const changed = { personId: nurse.id, passphrase: 'second passphrase', newPassphrase: 'third passphrase', cost: cheap };
  await changePassphrase(store, act(nurse.id), changed);
  closeStore(store);
  const { store: again } = closedAfter(await opening(folder, nurse.id, 'third passphrase'));
  expect(() => removePerson(again, act(), person.id)).toThrow(failing('invalid', { field: 'personId' }));
  expect(describePractice(folder).people).toEqual([person, nurse]);
  removePerson(again, act(), nurse.id);
  expect(listPeople(again.reading)).toEqual([person]);
  closeStore(again);
  await expect(opening(folder, nurse.id, 'third passphrase')).rejects.toEqual(failing('wrong-passphrase'));
});

test('a new recovery key replaces the printed one', async () => {
  const { store, folder, person, recoveryKey, act } = await newPractice();
  const fresh = await newRecoveryKey(store, act(), cheap);
  renamePractice(store, act(), 'Dale Practice');
  closeStore(store);
  expect(describePractice(folder)).toMatchObject({ name: 'Dale Practice', demo: false });
  const recovering = { personId: person.id, newPassphrase: 'a new long one', origin: 'desktop', now: noon, cost: cheap } as const;
  await expect(recoverPractice(folder, { ...recovering, recoveryKey })).rejects.toEqual(failing('wrong-passphrase'));
  closedAfter(await recoverPractice(folder, { ...recovering, recoveryKey: fresh }));
});

test('a slot made at yesterday’s cost is made anew when it is used', async () => {
  const { store, folder, person } = await newPractice();
  closeStore(store);
  const dearer = { N: 2 ** 11, r: 8, p: 1 };
  closeStore((await openPractice(folder, { personId: person.id, passphrase, origin: 'desktop', now: noon, cost: dearer })).store);
  expect(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')).slots.people[person.id].scrypt).toEqual(dearer);
  closedAfter(await opening(folder, person.id));
});

test('a key file changed by somebody without the key is refused', async () => {
  const { store, folder, person } = await newPractice();
  closeStore(store);
  const file = join(folder, 'keys.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('Hill Practice', 'Mill Practice'));
  await expect(opening(folder, person.id)).rejects.toEqual(failing('store-damaged'));
  for (const broken of ['', '{', '{"format":"cauda-keys/1"}', 'null', '[]']) {
    writeFileSync(file, broken);
    expect(() => describePractice(folder)).toThrow(failing('store-damaged'));
  }
  writeFileSync(file, text.replace('cauda-keys/1', 'cauda-keys/2'));
  expect(() => describePractice(folder)).toThrow(failing('store-newer'));
  writeFileSync(file, text);
  closedAfter(await opening(folder, person.id));
});

const absent = undefined;
/** What a key file may not say, each in one place of it; `*` is the person's id. */
const spoilt: readonly (readonly [string, string, unknown])[] = [
  ['no practice', 'practice', absent],
  ['a practice that is nothing', 'practice', null],
  ['no recovery slot', 'slots.recovery', absent],
  ['no slots of people', 'slots.people', null],
  ['a person who is nothing', 'people', [null]],
  ['a role that there is not', 'people.0.roles', ['x']],
  ['a slot that is nothing', 'slots.people.*', null],
  ['no salt', 'slots.people.*.salt', absent],
  ['no cost', 'slots.people.*.scrypt', absent],
  ['a cost that is no power of two', 'slots.people.*.scrypt', { N: 3, r: 8, p: 1 }],
  ['a cost that takes all memory', 'slots.people.*.scrypt', { N: 2 ** 30, r: 8, p: 1 }],
  ['a cost that takes for ever', 'slots.people.*.scrypt', { N: 2 ** 10, r: 8, p: 2 ** 20 }],
  ['a cost of nothing', 'slots.people.*.scrypt', { N: 2 ** 10, r: 0, p: 1 }],
  ['a short tag', 'slots.people.*.tag', 'AAAA'],
  ['a nonce that is no base64', 'slots.people.*.nonce', '*'.repeat(16)],
];

test.each(spoilt)('a key file with %s is damage, said before and at unlocking', async (_, place, value) => {
  const { store, folder, person } = await newPractice();
  closeStore(store);
  const file = join(folder, 'keys.json');
  const keys = JSON.parse(readFileSync(file, 'utf8'));
  const steps = place.split('.').map((step) => (step === '*' ? person.id : step));
  const last = steps.pop() ?? '';
  const parent = steps.reduce((at, step) => at[step], keys);
  parent[last] = value;
  writeFileSync(file, JSON.stringify(keys));
  expect(() => describePractice(folder)).toThrow(failing('store-damaged'));
  await expect(opening(folder, person.id)).rejects.toEqual(failing('store-damaged'));
});

test('what a later version adds to the key file is kept, and stays sealed', async () => {
  const { store, folder, act, person } = await newPractice();
  const { databaseKey } = insideOf(store);
  writeKeyFile(folder, { ...readKeyFile(folder).content, added: 'later' } as KeyFile, databaseKey);
  renamePractice(store, act(), 'Dale Practice');
  closeStore(store);
  expect(readKeyFile(folder).content).toMatchObject({ added: 'later', practice: { name: 'Dale Practice' } });
  closedAfter(await opening(folder, person.id));
});
