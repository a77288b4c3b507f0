import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseHost } from '../../../../electron/command-line/start/choose-host.ts';
import { hasDisplay } from '../../../../electron/command-line/start/electron-binary.ts';
import { ensureBuilt } from '../../../../electron/command-line/start/ensure-built.ts';
import { sourcesHash } from '../../../../electron/command-line/start/sources.ts';

let root: string;
const said: string[] = [];
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cauda-start-'));
  said.length = 0;
  for (const way of ['log', 'error'] as const) vi.spyOn(console, way).mockImplementation((line) => void said.push(String(line)));
  vi.stubEnv('DISPLAY', ':0');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

describe('the build', () => {
  const cli = 'node_modules/electron-vite/bin/electron-vite.js';
  /** Builds what `text` says into the folder that it is told, and counts its runs. */
  const builder = (text: string) => `
    const { mkdirSync, writeFileSync, appendFileSync } = require('node:fs');
    const out = process.argv[process.argv.indexOf('--outDir') + 1];
    appendFileSync('runs', 'x');
    ${text}
    for (const part of ['main', 'preload', 'renderer']) { mkdirSync(out + '/' + part); writeFileSync(out + '/' + part + '/made', 'new'); }`;
  const runs = () => (existsSync(join(root, 'runs')) ? readFileSync(join(root, 'runs'), 'utf8').length : 0);

  test('is made when the sources changed, by what is in them and not by when', async () => {
    put(cli, builder(''));
    put('renderer/app/main.tsx', 'one');
    put('package-lock.json', '{}');
    expect(await ensureBuilt(root)).toBe(true);
    expect(await ensureBuilt(root)).toBe(true);
    utimesSync(join(root, 'renderer/app/main.tsx'), new Date(), new Date());
    expect(await ensureBuilt(root)).toBe(true);
    expect(runs(), 'the same sources').toBe(1);
    put('renderer/app/main.tsx', 'two');
    await ensureBuilt(root);
    put('package-lock.json', '{ "lockfileVersion": 3 }');
    await ensureBuilt(root);
    expect(runs(), 'sources, then packages').toBe(3);
    rmSync(join(root, 'out/preload'), { recursive: true });
    await ensureBuilt(root);
    expect(runs(), 'a build with a part missing').toBe(4);
    await ensureBuilt(root, true);
    expect(runs(), 'asked for').toBe(5);
    expect(said.filter((line) => line === 'Building Cauda …')).toHaveLength(5);
  });

  test('that fails says why and leaves the last one as it was', async () => {
    put(cli, builder(''));
    put('shared/a.ts', 'one');
    await ensureBuilt(root);
    put('out/renderer/made', 'old');
    put(cli, builder("console.error('a.ts: no such thing'); process.exit(1);"));
    put('shared/a.ts', 'two');
    expect(await ensureBuilt(root)).toBe(false);
    expect(said.join('\n')).toContain('a.ts: no such thing');
    expect(readFileSync(join(root, 'out/renderer/made'), 'utf8')).toBe('old');
  });

  test('takes in every room that the program is made of', () => {
    const hashes = ['shared/a.ts', 'db/a.ts', 'electron/a.ts', 'renderer/a.tsx', 'electron.vite.config.ts', 'package-lock.json'].map(
      (path) => {
        put(path, 'x');
        return sourcesHash(root);
      },
    );
    put('tests/a.test.ts', 'x');
    expect(new Set([...hashes, sourcesHash(root)]).size).toBe(hashes.length);
  });
});

describe('the host', () => {
  const wishes = { browser: false, download: true, today: '2026-03-02' };
  const installer = 'node_modules/electron/install.js';
  const tries = () => (existsSync(join(root, 'tries')) ? readFileSync(join(root, 'tries'), 'utf8').length : 0);
  const counting = (text: string) => `require('node:fs').appendFileSync(${JSON.stringify(join(root, 'tries'))}, 'x'); ${text}`;

  test('is the desktop where Electron’s program is there', async () => {
    put('node_modules/electron/path.txt', 'electron');
    put('node_modules/electron/dist/electron', '');
    expect(await chooseHost(root, wishes)).toEqual({ host: 'desktop', binary: join(root, 'node_modules/electron/dist/electron') });
    expect(await chooseHost(root, { ...wishes, browser: true })).toEqual({ host: 'browser', because: 'asked' });
  });

  test('is the browser where there is no display, and nothing is fetched for it', async () => {
    put(installer, counting(''));
    vi.stubEnv('DISPLAY', '');
    vi.stubEnv('WAYLAND_DISPLAY', '');
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect([hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux'), hasDisplay({}, 'darwin'), hasDisplay({}, 'win32')]).toEqual([
      true,
      true,
      true,
    ]);
    if (process.platform === 'linux') expect(await chooseHost(root, wishes)).toEqual({ host: 'browser', because: 'no-display' });
    expect(tries()).toBe(0);
  });

  test('is fetched once by the package’s own downloader', async () => {
    const folder = join(root, 'node_modules/electron');
    put(
      installer,
      counting(`const fs = require('node:fs'); fs.mkdirSync(${JSON.stringify(join(folder, 'dist'))}, { recursive: true });
        fs.writeFileSync(${JSON.stringify(join(folder, 'dist/electron'))}, ''); fs.writeFileSync(${JSON.stringify(join(folder, 'path.txt'))}, 'electron');`),
    );
    expect(await chooseHost(root, wishes)).toMatchObject({ host: 'desktop' });
    expect(await chooseHost(root, wishes)).toMatchObject({ host: 'desktop' });
    expect([tries(), said]).toEqual([1, ['Fetching the desktop window (once) …']]);
  });

  test('is the browser where the download is refused, at once and for the day', async () => {
    put(installer, counting('process.exit(1)'));
    const began = performance.now();
    expect(await chooseHost(root, wishes)).toEqual({ host: 'browser', because: 'no-electron' });
    expect(performance.now() - began).toBeLessThan(3000);
    await chooseHost(root, wishes);
    expect(tries(), 'the same day').toBe(1);
    await chooseHost(root, { ...wishes, today: '2026-03-03' });
    expect(tries(), 'the day after').toBe(2);
  });

  test('waits for bytes and not for ever: given up five seconds after the last', { timeout: 20_000 }, async () => {
    put(installer, counting("require('node:fs').writeFileSync(process.env.TMPDIR + '/part', 'bytes'); setInterval(() => {}, 1000);"));
    const began = performance.now();
    expect(await chooseHost(root, wishes)).toEqual({ host: 'browser', because: 'no-electron' });
    const seconds = (performance.now() - began) / 1000;
    expect(seconds).toBeGreaterThan(4.9);
    expect(seconds).toBeLessThan(8);
  });

  test('is not fetched where that is not wanted', async () => {
    put(installer, counting(''));
    expect(await chooseHost(root, { ...wishes, download: false })).toEqual({ host: 'browser', because: 'no-electron' });
    expect(tries()).toBe(0);
  });
});
