import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

function files(...folders: string[]): string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', ...folders], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => /\.(ts|tsx|mjs|sql)$/.test(path));
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const ids = files('shared/findings/entries').flatMap((path) => [...read(path).matchAll(/\bid: '([^']+)'/g)].map((match) => match[1] ?? ''));

/** Lines outside the catalogue and the evidence that write a finding's id; data in JSON and tests may. */
function namings(paths: readonly string[], text: (path: string) => string): string[] {
  const named = new RegExp(`['"\`](?:finding\\.)?(${ids.map((id) => id.replaceAll('.', '\\.')).join('|')})['"\`]`);
  return paths
    .filter((path) => !/^shared\/(findings|evidence)\//.test(path))
    .flatMap((path) =>
      text(path)
        .split('\n')
        .flatMap((line, index) => (named.test(line) ? [`${path}:${index + 1}`] : [])),
    );
}

test('a finding is named in the catalogue and the evidence alone', () => {
  expect(ids.length).toBeGreaterThan(280);
  expect(namings(files('shared', 'db', 'electron', 'renderer'), read)).toEqual([]);
});

test('the search above finds a planted name', () => {
  expect(namings(['renderer/planted.ts'], () => "export const planted = 'provoke.walking';")).toEqual(['renderer/planted.ts:1']);
});
