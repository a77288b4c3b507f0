import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from './find-electron.ts';

test('the built shell is whole: it opens the sample practice, serves the built page under its policy, logs, and leaves nothing behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cauda-shell-'));
  const temporary = mkdtempSync(join(tmpdir(), 'cauda-shell-'));
  const hooks = join(import.meta.dirname, 'without-electron', 'hooks.ts');
  const shell = join(root, 'out', 'main', 'index.cjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', hooks, shell, '--data', join(folder, 'data'), '--demo'], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  expect([status, stderr.replaceAll(/^.*ExperimentalWarning.*\n.*\n/gmu, '')]).toEqual([0, '']);
  const told = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(told).toEqual([
    { what: 'window', preload: true, sandbox: true },
    { what: 'page', policy: expect.stringContaining("default-src 'none'"), title: true },
    { what: 'script', status: 200, type: 'text/javascript; charset=utf-8' },
  ]);
  const log = readFileSync(join(folder, 'data', 'log', 'cauda.log'), 'utf8');
  expect(log).toContain('"event":"store-opened"');
  expect(log).toContain('"event":"started","version":"1.2.3","host":"desktop"');
  expect(readdirSync(temporary)).toEqual([]);
  for (const each of [folder, temporary]) rmSync(each, { recursive: true });
});
