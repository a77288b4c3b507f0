import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A small house with the project's own rules, holding the files given. */
function house(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cauda-house-'));
  folders.push(folder);
  cpSync(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function cruise(folder: string, ...rooms: string[]) {
  const cruiseAs = (output: string) =>
    spawnSync(process.execPath, [cruiser, '--output-type', output, ...rooms], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
  const { stdout } = cruiseAs('json');
  const { status } = cruiseAs('err');
  const { summary, modules } = JSON.parse(stdout);
  return {
    status,
    broken: summary.violations.map((violation: { rule: { name: string } }) => violation.rule.name),
    looked: modules.map((module: { source: string }) => module.source),
  };
}

test('a house that keeps the rules passes', () => {
  const folder = house({ 'shared/a.ts': 'export const a = 1;\n', 'db/b.ts': "export { a } from '../shared/a.ts';\n" });
  expect(cruise(folder, 'shared', 'db')).toMatchObject({ status: 0, broken: [] });
});

test.each([
  [
    'a room above',
    { 'db/b.ts': 'export const b = 1;\n', 'shared/a.ts': "import { b } from '../db/b.ts';\nexport const a = b;\n" },
    'shared-imports',
  ],
  [
    'a room above, types only',
    { 'db/b.ts': 'export type B = 1;\n', 'shared/a.ts': "import type { B } from '../db/b.ts';\nexport type A = B;\n" },
    'shared-imports',
  ],
  [
    'a package not listed',
    { 'shared/a.ts': "import { createRoot } from 'react-dom/client';\nexport const a = createRoot;\n" },
    'shared-imports',
  ],
  [
    'a Node module in a pure room',
    { 'shared/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n" },
    'shared-node',
  ],
  [
    'one host from the other',
    { 'electron/main/m.ts': 'export const m = 1;\n', 'electron/local-host/l.ts': "export { m } from '../main/m.ts';\n" },
    'electron/local-host-imports',
  ],
  [
    'Electron in the renderer',
    { 'renderer/r.ts': "import { ipcRenderer } from 'electron';\nexport const r = ipcRenderer;\n" },
    'renderer-imports',
  ],
  ['a cycle', { 'shared/a.ts': "export { b } from './b.ts';\n", 'shared/b.ts': "export { a as b } from './a.ts';\n" }, 'no-cycle'],
  [
    'a file in no room',
    { 'electron/stray.ts': 'export const s = 1;\n', 'electron/other.ts': "export { s } from './stray.ts';\n" },
    'no-room-less-file',
  ],
])('%s fails', (_, files, rule) => {
  const folder = house(files);
  const rooms = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  const result = cruise(folder, ...rooms);
  expect(result.broken).toContain(rule);
  expect(result.status).not.toBe(0);
});

test('the check looks at every source file of the project', () => {
  const tracked = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', 'shared', 'db', 'electron', 'renderer', 'tests'],
    { cwd: root, encoding: 'utf8' },
  )
    .split('\n')
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path));
  const { looked } = cruise(root, 'shared', 'db', 'electron', 'renderer', 'tests');
  expect(tracked.filter((path) => !looked.includes(path))).toEqual([]);
});
