import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addPerson } from '../../../db/access.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { connect } from '../../../db/connection/connect.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { schemaVersion } from '../../../db/migrate/released.ts';
import { createPatient } from '../../../db/patients.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { cheap, closedAfter, newPractice, noon, passphrase, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

// This computer's own data folder is left alone.
const home = mkdtempSync(join(tmpdir(), 'cauda-home-'));
afterAll(() => rmSync(home, { recursive: true }));
const env = { ...process.env, HOME: home, XDG_DATA_HOME: join(home, 'data'), LOCALAPPDATA: join(home, 'data') };

async function command(input: string, ...words: string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'electron/command-line/store.ts', ...words], { env });
  child.stdin.end(input);
  const [out, err] = [child.stdout, child.stderr].map((stream) => {
    const said: string[] = [];
    stream.setEncoding('utf8').on('data', (text: string) => void said.push(text));
    return said;
  });
  const [code] = await once(child, 'close');
  return { code, out: out?.join('') ?? '', err: err?.join('') ?? '' };
}

const bosPassphrase = 'bo has a passphrase';

async function closedPractice(patients = 1, withAssistant = false) {
  const { store, act, folder, recoveryKey, person } = await newPractice();
  const nurse = { name: 'Bo', roles: ['assistant'], passphrase: bosPassphrase, cost: cheap } as const;
  if (withAssistant) await addPerson(store, act(), nurse);
  const key = Buffer.from(insideOf(store).databaseKey);
  for (let count = 0; count < patients; count += 1) createPatient(store, act(), details({ note: 'x'.repeat(patients === 1 ? 1 : 3000) }));
  closeStore(store);
  return { folder, key, recoveryKey, person };
}

test('verify says that a practice is whole, or exactly where it is not', async () => {
  const { folder, key, recoveryKey } = await closedPractice();
  expect(await command(passphrase, 'verify', folder)).toEqual({ code: 0, out: 'Whole: 2 audit rows, no signed assessment.\n', err: '' });
  const wrong = await command('not this one', 'verify', folder);
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toContain('This passphrase does not open');
  const { client } = connect(join(folder, 'store.db'), key, 'write');
  client.exec("drop trigger patient_recounted; update patient set given_name = 'Eva'");
  client.close();
  const { code, out } = await command(recoveryKey, 'verify', folder, '--recovery');
  expect(code).toBe(1);
  expect(out).toMatch(/^Not whole: 2 problems in 2 audit rows/u);
  expect(out).toMatch(/What audit row 2 says was written \(patient [0-9a-f-]{36}\) was changed since\./u);
  expect(out).toContain('The protection patient_recounted of the record was taken away.');
});

test('verify says where the note beside a practice in its place is missing, which a copy of one need not have', async () => {
  const { folder } = await closedPractice();
  rmSync(join(folder, 'chain.json'));
  const { code, out } = await command(passphrase, 'verify', folder);
  expect(code).toBe(1);
  expect(out).toContain('The note of the newest audit row beside the store is missing or not this program’s: an older copy');
});

test('a practice goes out and in, is backed up, rehearsed and restored', async () => {
  const { folder } = await closedPractice();
  const beside = temporaryFolder();
  const file = join(beside, 'practice.jsonl');
  expect(await command(passphrase, 'export', file, '--practice', folder)).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(file, 'utf8')).toContain('"family_name":"Müller"');
  const other = join(beside, 'Other.cauda');
  const imported = await command('a new passphrase', 'import', file, '--practice', other);
  expect(imported).toMatchObject({ code: 0, err: '' });
  expect(imported.out).toMatch(/shown once: ([0-9A-Z]{4}-){7}[0-9A-Z]{4}/u);
  expect(await command('a new passphrase', 'verify', other)).toMatchObject({ code: 0 });
  expect((await command('x', 'import', file, '--practice', other)).err).toContain('There is a practice here already');

  const stick = join(beside, 'stick');
  expect((await command(passphrase, 'backup', stick, '--practice', folder)).err).toContain('could not be written there');
  expect(existsSync(stick)).toBe(false);
  mkdirSync(stick);
  expect(await command(passphrase, 'backup', stick, '--practice', folder)).toMatchObject({ code: 0, err: '' });
  const [archive = ''] = readdirSync(stick);
  expect((await command(passphrase, 'rehearse', stick, '--practice', folder)).out).toContain('opens and is whole; 1 patient');
  expect(await command(passphrase, 'verify', join(stick, archive))).toMatchObject({ code: 0 });
  const restored = await command(passphrase, 'restore', join(stick, archive), '--practice', folder);
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toContain('1 patient.');
}, 180_000);

test('of a damaged store what can be read is saved, and a support bundle tells nothing of a patient', async () => {
  const { folder } = await closedPractice(60);
  const beside = temporaryFolder();
  const store = join(folder, 'store.db');
  const bytes = readFileSync(store);
  // The last pages hold the last patients; tables and their list stand before.
  writeFileSync(store, bytes.fill(3, bytes.length - 4096 * 20, bytes.length - 4096 * 18));
  const damaged = readFileSync(store);
  const saved = join(beside, 'saved.jsonl');
  const salvaged = await command(passphrase, 'salvage', saved, '--practice', folder);
  expect(salvaged).toMatchObject({ code: 0, err: '' });
  expect(salvaged.out).toMatch(/Missing, at least: \d+ patients?/u);
  expect(salvaged.out).toMatch(/2 pages of the file’s \d+ cannot be read/u);
  const patients = readFileSync(saved, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"table":"patient"'));
  expect(patients.length).toBeGreaterThan(40);
  expect(patients.length).toBeLessThan(60);
  expect(readFileSync(store).equals(damaged)).toBe(true);
  const bundle = join(beside, 'support.json');
  expect(await command('', 'support', bundle, '--practice', folder)).toMatchObject({ code: 0, err: '' });
  const text = readFileSync(bundle, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'cauda-support/1', headIsPlain: false, schemaVersion });
  for (const secret of ['Müller', 'Stone', 'Hill', folder, passphrase]) expect(text).not.toContain(secret);
});

/** Bytes of the last patients; tables and their list stand before. */
function damage(folder: string): void {
  const file = join(folder, 'store.db');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(3, bytes.length - 4096 * 20, bytes.length - 4096 * 18));
}

test('verify takes the folder, the store in it or a backup, and says so of anything else', async () => {
  const { folder, recoveryKey } = await closedPractice();
  const whole = { code: 0, err: '' };
  expect(await command(passphrase, 'verify', join(folder, 'store.db'))).toMatchObject(whole);
  const stick = temporaryFolder();
  expect(await command(passphrase, 'backup', stick, '--practice', folder)).toMatchObject(whole);
  const [name = ''] = readdirSync(stick);
  expect(await command(recoveryKey, 'verify', join(stick, name), '--recovery')).toMatchObject(whole);
  const slip = await command(`${recoveryKey.slice(0, -1)}_`, 'verify', folder, '--recovery');
  expect(slip).toMatchObject({ code: 1, err: expect.stringContaining('Compare it with the printed sheet') });
  const text = join(stick, 'note.txt');
  writeFileSync(text, 'no backup');
  for (const place of [text, stick]) {
    const { code, err } = await command(passphrase, 'verify', place);
    expect(code).toBe(1);
    expect(err).toContain('is no practice and no backup. verify takes a practice’s folder');
  }
  expect((await command(passphrase, 'verify', join(stick, 'gone'))).err).toContain('There is nothing at');
  const cut = join(stick, 'cut.cauda-backup.tar');
  writeFileSync(cut, readFileSync(join(stick, name)).subarray(0, 60_000));
  expect((await command(passphrase, 'verify', cut)).err).toMatch(/^The backup .* is damaged/u);
  expect(readdirSync(join(home, 'data', 'Cauda'))).toEqual(['attempts.json']);
}, 180_000);

test('what touches all data is an owner’s, and no option is given in vain', async () => {
  const { folder } = await closedPractice(60, true);
  const beside = temporaryFolder();
  const asBo = (what: string, file: string) => command(bosPassphrase, what, file, '--practice', folder, '--person', 'bo');
  const notHis = { code: 1, err: expect.stringContaining('Your role does not allow this') };
  expect(await asBo('export', join(beside, 'all.jsonl'))).toMatchObject(notHis);
  expect(await asBo('backup', beside)).toMatchObject({ code: 0 });
  const [name = ''] = readdirSync(beside);
  expect(await asBo('restore', join(beside, name))).toMatchObject(notHis);
  expect(await asBo('salvage', join(beside, 'saved.jsonl'))).toMatchObject(notHis);
  damage(folder);
  expect(await asBo('salvage', join(beside, 'saved.jsonl'))).toMatchObject(notHis);
  expect(readdirSync(beside)).toEqual([name]);
  for (const what of ['export', 'import', 'backup', 'restore', 'rehearse', 'support']) {
    const refused = await command('', what, beside, '--practice', folder, '--recovery');
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`${what} takes no --recovery`) });
  }
  expect((await command('', 'verify', folder, '--practice', folder)).err).toContain('verify takes no --practice');
}, 180_000);

test('a whole store is not salvaged past its trail; a damaged one is, also by the recovery key', async () => {
  const { folder, recoveryKey } = await closedPractice(60);
  const saved = join(temporaryFolder(), 'saved.jsonl');
  const refused = await command(passphrase, 'salvage', saved, '--practice', folder);
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('This practice is whole') });
  expect(existsSync(saved)).toBe(false);
  damage(folder);
  expect(await command(recoveryKey, 'salvage', saved, '--practice', folder, '--recovery')).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(saved, 'utf8')).toContain('"family_name":"Müller"');
}, 180_000);

test('a restore takes its own practice’s place alone, brings its backups along, and guesses at it are slowed and told of', async () => {
  const { folder, person } = await closedPractice();
  const own = join(folder, 'backups');
  mkdirSync(own);
  expect(await command(passphrase, 'backup', own, '--practice', folder)).toMatchObject({ code: 0 });
  const [name = ''] = readdirSync(own);
  const other = await closedPractice();
  const over = await command(passphrase, 'restore', join(own, name), '--practice', other.folder);
  expect(over).toMatchObject({ code: 1, err: expect.stringContaining('of another practice') });
  expect(readdirSync(join(other.folder, '..'))).toEqual(['Practice.cauda']);

  const fresh = join(temporaryFolder(), 'Fresh.cauda');
  /** How many guesses were tried before one was put off: the waits double, so that a busy computer sees one too. */
  const guessesAt = async (...words: string[]) => {
    for (let tried = 0; tried < 12; tried += 1) {
      const { err } = await command('a guess', ...words);
      if (err.includes('Too many wrong passphrases')) return tried;
      expect(err).toContain('This passphrase does not open');
    }
    return Number.POSITIVE_INFINITY;
  };
  const first = await guessesAt('restore', join(own, name), '--practice', fresh);
  expect(first).toBeGreaterThanOrEqual(5);
  expect(first).toBeLessThan(12);
  expect(await guessesAt('verify', join(own, name))).toBeLessThan(5);
  expect(existsSync(fresh)).toBe(false);

  expect(await command('a guess', 'restore', join(own, name), '--practice', folder)).toMatchObject({ code: 1 });
  expect(await command(passphrase, 'restore', join(own, name), '--practice', folder)).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(own)).toEqual([name]);
  const { store } = closedAfter(await openPractice(folder, { personId: person.id, passphrase, origin: 'desktop', now: noon, cost: cheap }));
  const actions = readTrail(store.reading, { limit: 20 }).map(({ action }) => action);
  expect(actions).toContain('practice.restore');
  expect(actions).toContain('session.failed-attempt');
}, 180_000);

test('a command that is none says how it is used', async () => {
  expect(await command('', 'erase', 'everything')).toMatchObject({ code: 2, out: '' });
  expect((await command('')).err).toContain('Usage:');
  const missing = await command(passphrase, 'verify', '/nowhere/x.cauda');
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(existsSync('/nowhere')).toBe(false);
});
