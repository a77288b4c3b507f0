import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('killed at random points while several write, torn log or not, it loses nothing that was acknowledged', async () => {
  const args = ['--disable-warning=ExperimentalWarning', 'electron/command-line/crash.ts', '--rounds', '4'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toMatch(/^4 rounds, [\d,]+ acknowledged writes, 0 lost, every store whole\n$/u);
}, 60_000);
