import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createLogFile } from '../../../../electron/service/log-file.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'cauda-log-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));
const file = (name: string) => join(dataFolder, 'log', name);

test('a log holds one object a line, is written at once, and is put aside at a megabyte', () => {
  const log = createLogFile(dataFolder);
  log.error('call-failed', { procedure: 'patients.open', code: 'not-found', milliseconds: 3 });
  const [line = ''] = readFileSync(file('cauda.log'), 'utf8').split('\n');
  expect(JSON.parse(line)).toEqual({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
    level: 'error',
    event: 'call-failed',
    procedure: 'patients.open',
    code: 'not-found',
    milliseconds: 3,
  });
  const frames = Array.from({ length: 12 }, (_each, index) => `frame${index} electron/service/${'x'.repeat(1000)}.ts:1`);
  for (let lines = 0; lines < 200; lines += 1) log.error('call-failed', { frames });
  expect(readdirSync(join(dataFolder, 'log')).sort()).toEqual(['cauda.log', 'cauda.old.log']);
  for (const name of ['cauda.log', 'cauda.old.log']) expect(statSync(file(name)).size).toBeLessThan(1024 * 1024 + 20_000);
});
