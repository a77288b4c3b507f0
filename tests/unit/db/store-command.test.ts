import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../../db/connection/connect.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { schemaVersion } from '../../../db/migrate/released.ts';
import { createPatient } from '../../../db/patients.ts';
import { closeStore } from '../../../db/practice.ts';
import { newPractice, passphrase, temporaryFolder } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

async function command(input: string, ...words: string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'electron/command-line/store.ts', ...words]);
  child.stdin.end(input);
  const [out, err] = [child.stdout, child.stderr].map((stream) => {
    const said: string[] = [];
    stream.setEncoding('utf8').on('data', (text: string) => void said.push(text));
    return said;
  });
  const [code] = await once(child, 'close');
  return { code, out: out?.join('') ?? '', err: err?.join('') ?? '' };
}

async function closedPractice(patients = 1) {
  const { store, act, folder, recoveryKey } = await newPractice();
  const key = Buffer.from(insideOf(store).databaseKey);
  for (let count = 0; count < patients; count += 1) createPatient(store, act(), details({ note: 'x'.repeat(patients === 1 ? 1 : 3000) }));
  closeStore(store);
  return { folder, key, recoveryKey };
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

test('a command that is none says how it is used', async () => {
  expect(await command('', 'erase', 'everything')).toMatchObject({ code: 2, out: '' });
  expect((await command('')).err).toContain('Usage:');
  const missing = await command(passphrase, 'verify', '/nowhere/x.cauda');
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(existsSync('/nowhere')).toBe(false);
});
