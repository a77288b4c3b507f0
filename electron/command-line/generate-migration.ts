import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { droppedTables, withStrictTables } from '../../db/migrate/strict-tables.ts';

// Lets Drizzle generate the next migration from db/schema, makes its tables strict, and writes the list that the program carries.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'db', 'migrations');
const listFile = join(folder, 'released.json');
const drizzleKit = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');

const generated = spawnSync(process.execPath, [drizzleKit, 'generate', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
if (generated.status !== 0) process.exit(generated.status ?? 1);

interface Entry {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly reviewedDrops: readonly string[];
}
function released(): readonly Entry[] {
  try {
    return JSON.parse(readFileSync(listFile, 'utf8'));
  } catch {
    return [];
  }
}
const known = new Map(released().map((entry) => [entry.name, entry]));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort();
const list = names.map((file, index): Entry => {
  const name = file.replace(/\.sql$/u, '');
  const path = join(folder, file);
  const sql = withStrictTables(readFileSync(path, 'utf8'));
  writeFileSync(path, sql);
  const reviewedDrops = known.get(name)?.reviewedDrops ?? [];
  const open = droppedTables(sql).filter((table) => !reviewedDrops.includes(table));
  if (open.length > 0) console.error(`${file} drops ${open.join(', ')}: look at it, then name them under reviewedDrops in released.json.`);
  return { number: index + 1, name, sql, reviewedDrops };
});
writeFileSync(listFile, `${JSON.stringify(list, null, 2)}\n`);
