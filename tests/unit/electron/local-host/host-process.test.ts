import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unlockKey } from '../../../../db/unlock-key.ts';
import { contract } from '../../../../shared/contract/contract.ts';
import { callerOver } from '../caller.ts';
import { createPractice, details, passphrase } from '../clinic.ts';
import { linkToHost } from '../host-link.ts';

const script = join(import.meta.dirname, '..', '..', '..', '..', 'electron', 'local-host', 'index.ts');
let dataFolder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cauda-process-'));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  rmSync(dataFolder, { recursive: true, force: true });
});

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once('exit', () => resolve()));
async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await ended(child);
}

/** Starts the host as the start command does, and waits for its address. */
async function startHost(...words: string[]) {
  const child = spawn(process.execPath, [script, '--data', dataFolder, '--stay', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let said = '';
  await new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        if (/http:\S+\n/u.test(said)) resolve();
      });
    }
    child.once('exit', () => resolve());
  });
  return { child, said: () => said, address: /http:\S+/u.exec(said)?.[0] ?? '' };
}

const windowAt = async (address: string) => callerOver(contract, await linkToHost(address));

test('a host that is killed in the middle of typing has lost no answer that it acknowledged', async () => {
  const first = await startHost();
  const client = await windowAt(first.address);
  const { person } = await createPractice({ client });
  const patient = await client.patients.create({ details, idempotencyId: randomUUID() });
  const on = (await client.session.status({})).now.slice(0, 10);
  const draft = await client.assessments.start({ patientId: patient.id, setting: 'spine-clinic', on, idempotencyId: randomUUID() });

  let acknowledged = 0;
  const typing = (async () => {
    for (;;) {
      const { answer } = await client.assessments.record({
        assessmentId: draft.id,
        finding: 'provoke.walking-distance-m',
        state: 'present',
        value: acknowledged + 1,
        entered: null,
        seen: acknowledged,
        idempotencyId: randomUUID(),
      });
      acknowledged = answer.sequence;
      if (acknowledged === 25) first.child.kill('SIGKILL');
    }
  })().catch((error: unknown) => error);
  await ended(first.child);
  expect(await typing).toBeInstanceOf(Error);

  const again = await windowAt((await startHost()).address);
  await again.session.unlock({ personId: person.id, passphrase });
  const kept = await again.assessments.open({ assessmentId: draft.id });
  expect(acknowledged).toBeGreaterThanOrEqual(25);
  expect(kept.sequence).toBeGreaterThanOrEqual(acknowledged);
  expect(kept.answers).toMatchObject([{ sequence: kept.sequence, value: kept.sequence }]);
});

test('a second start on the same data says so, names the first one’s address and changes nothing', async () => {
  const first = await startHost();
  const second = await startHost();
  await ended(second.child);
  expect([second.child.exitCode, second.said()]).toEqual([0, `Cauda is already running with this data. It is open at ${first.address}\n`]);
  expect((await fetch(first.address, { redirect: 'manual' })).status).toBe(303);
});

test('a host that was killed leaves nothing behind that keeps the next from starting', async () => {
  const first = await startHost();
  await kill(first.child);
  const second = await startHost();
  expect(second.said()).toMatch(/^Cauda is open at http:\/\/127\.0\.0\.1:\d+\/\?launch=/u);
  expect(second.address).not.toBe(first.address);
});

test('a port in use, an impossible port and an impossible folder are told in words', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  writeFileSync(join(dataFolder, 'file'), '');
  for (const [words, sentence] of [
    [['--port', String(port)], `Port ${port} is used by another program.`],
    [['--port', '123456'], 'A port is a number from 1 to 65535.'],
    [['--data', join(dataFolder, 'file', 'below')], 'cannot be made or written to.'],
  ] as const) {
    const failed = await startHost(...words);
    await ended(failed.child);
    expect(failed.child.exitCode).toBe(1);
    expect(failed.said()).toContain(sentence);
    expect(failed.said()).not.toMatch(/\n\s+at /u);
  }
  taken.close();
});

test('a host that is told to stop stops, and its address opens nothing any more', async () => {
  const { child, address } = await startHost('--demo');
  child.kill('SIGTERM');
  await ended(child);
  expect([child.exitCode, child.signalCode]).toEqual([0, null]);
  await expect(fetch(address)).rejects.toThrow();
});

/** What others on this computer may see of a process: its words and its surroundings. */
function seenFromOutside(pid: number): string {
  const proc = join('/proc', String(pid));
  if (existsSync(proc)) return ['cmdline', 'environ'].map((name) => readFileSync(join(proc, name), 'latin1')).join('\n');
  return execFileSync('ps', ['-Eww', '-p', String(pid), '-o', 'command'], { encoding: 'latin1' });
}

test('no secret of an open practice stands in the host’s words, surroundings, log or files, nor in what a crash would leave', async () => {
  const { child, address, said } = await startHost();
  const client = await windowAt(address);
  const { person, recoveryKey, status } = await createPractice({ client });
  await client.session.lock({});
  await expect(client.session.unlock({ personId: person.id, passphrase: 'a wrong passphrase' })).rejects.toThrow();
  await client.session.unlock({ personId: person.id, passphrase });
  const folder = status.practice?.folder ?? '';
  const key = await unlockKey(folder, { personId: person.id, passphrase, origin: 'browser', now: { at: new Date(), offsetMinutes: 0 } });

  const hidden = [
    passphrase,
    'a wrong passphrase',
    recoveryKey,
    recoveryKey.replaceAll('-', ''),
    key.toString('hex'),
    key.toString('base64'),
  ];
  const secrets = [...hidden.flatMap((text) => [text, text.toUpperCase()]).map((text) => Buffer.from(text)), key];
  const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(dataFolder, name)).isFile());
  expect(files.map((name) => basename(name))).toEqual(expect.arrayContaining(['cauda.log', 'keys.json', 'store.db', 'store.db-wal']));
  const seen: [string, Buffer][] = [
    ['process', Buffer.from(seenFromOutside(child.pid ?? 0), 'latin1')],
    ['what it said', Buffer.from(said())],
    ...files.map((name): [string, Buffer] => [name, readFileSync(join(dataFolder, name))]),
  ];
  for (const [where, content] of seen) {
    for (const [at, secret] of secrets.entries()) expect(content.includes(secret), `${where} holds secret ${at}`).toBe(false);
  }
  expect(seenFromOutside(child.pid ?? 0)).toContain('--data');
  const filter = join('/proc', String(child.pid), 'coredump_filter');
  expect(existsSync(filter) ? Number.parseInt(readFileSync(filter, 'utf8'), 16) : 0).toBe(0);
});
