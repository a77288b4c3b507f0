import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const electron = join(import.meta.dirname, '..', '..', '..', '..', 'electron');
const sources = ['main', 'preload', 'service'].flatMap((folder) =>
  readdirSync(join(electron, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

// Electron's collects memory of a crashed process into files and may send them; it is off until it is started.
test('the desktop starts no collector of crash reports', () => {
  expect(sources).toContain(join('main', 'index.ts'));
  const starting = sources.filter((name) => /crashReporter|enable-crash-reporter/u.test(readFileSync(join(electron, name), 'utf8')));
  expect(starting).toEqual([]);
});

test('the desktop leaves its memory out of what a crash writes before anything is opened', () => {
  const start = readFileSync(join(electron, 'main', 'index.ts'), 'utf8');
  expect(start.indexOf('\nwithholdMemory();')).toBeGreaterThan(0);
  expect(start.indexOf('\nwithholdMemory();')).toBeLessThan(start.indexOf('void start()'));
});
