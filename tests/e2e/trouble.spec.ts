import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { connect } from '../../db/connection/connect.ts';
import { unlockKey } from '../../db/unlock-key.ts';
import { call } from './running/call.ts';
import { registerPatient } from './running/patients.ts';
import { start } from './running/start-host.ts';
import { callIsRefused, expect, isOpen, person, test, typePassphrase, unlock, words } from './running/test.ts';

function storeIn(folder: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('store.db'));
  if (found === undefined) throw new Error('No store in the folder');
  return join(folder, found);
}

test('a wrong passphrase is refused in words, and the right one opens', async ({ page, practice, expectedErrors }) => {
  expectedErrors.push(callIsRefused);
  await call(page, 'session', 'lock', {});
  await page.goto(practice.address);
  await typePassphrase(page, 'not the passphrase');
  await expect(page.getByText(words.say('error.wrong-passphrase'))).toBeVisible();
  await unlock(page);
});

test('a second start on the same data points to the first', async ({ page, folder, practice }) => {
  const second = start(['--data', folder]);
  expect(await second.ended).toBe(0);
  expect(second.said()).toContain(words.say('host.already-open', { address: practice.address }));
  await page.reload();
  await isOpen(page);
});

test('a port in use is named, and nothing is started', async ({ folder }) => {
  const other = createServer();
  const port = await new Promise<number>((done) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      done(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const refused = start(['--data', folder, '--port', String(port)]);
  expect(await refused.ended).not.toBe(0);
  expect(refused.said()).toContain(words.say('host.port-in-use', { port }));
  other.close();
});

test('a damaged store is left as it is and says what to do', async ({ page, folder, practice, startCauda, expectedErrors }) => {
  expectedErrors.push(callIsRefused);
  await registerPatient(page);
  await page.goto('about:blank');
  await practice.stop();
  const store = storeIn(folder);
  const bytes = readFileSync(store);
  bytes.fill(0x5a, 4096, 8192);
  writeFileSync(store, bytes);
  const again = await startCauda();
  await page.goto(again.address);
  await typePassphrase(page, person.passphrase);
  await expect(page.getByText(words.say('error.store-damaged'))).toBeVisible();
  expect(readFileSync(store).equals(bytes)).toBe(true);
});

test('a practice that a newer Cauda has used is left untouched', async ({ page, folder, practice, startCauda }) => {
  await page.goto('about:blank');
  await practice.stop();
  const keys = join(dirname(storeIn(folder)), 'keys.json');
  writeFileSync(keys, readFileSync(keys, 'utf8').replace('cauda-keys/1', 'cauda-keys/2'));
  const bytes = [keys, storeIn(folder)].map((path) => readFileSync(path));
  const again = await startCauda();
  await page.goto(again.address);
  await expect(page.getByText(words.say('error.store-newer'))).toBeVisible();
  expect([keys, storeIn(folder)].map((path, index) => readFileSync(path).equals(bytes[index] as Buffer))).toEqual([true, true]);
});

test('a store that a newer Cauda has migrated is refused when it is unlocked, and left untouched', async ({
  page,
  folder,
  practice,
  startCauda,
  expectedErrors,
}) => {
  expectedErrors.push(callIsRefused);
  await registerPatient(page);
  const { people } = await call(page, 'session', 'status', {});
  await page.goto('about:blank');
  await practice.stop();
  const store = storeIn(folder);
  const now = { at: new Date(), offsetMinutes: 0 };
  const key = await unlockKey(dirname(store), { personId: people[0]?.id ?? '', passphrase: person.passphrase, origin: 'browser', now });
  const { client } = connect(store, key, 'write');
  client.pragma('user_version = 999');
  client.close();
  const bytes = readFileSync(store);
  const again = await startCauda();
  await page.goto(again.address);
  await typePassphrase(page, person.passphrase);
  await expect(page.getByText(words.say('error.store-newer'))).toBeVisible();
  expect(readFileSync(store).equals(bytes)).toBe(true);
  expect(readdirSync(dirname(store)).filter((name) => name.includes('backup'))).toEqual([]);
});
