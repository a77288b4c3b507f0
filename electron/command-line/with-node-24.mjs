// Starts a TypeScript file or a package's command under the Node 24 that comes along as a package.
// Plain JavaScript that runs on any Node from 18: it is the one file that the machine's own Node reads.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(join(root, 'package.json'));

function bundledNode() {
  try {
    const folder = dirname(require.resolve(`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}/package.json`));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

function ownNodeServes() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

const node = bundledNode() ?? (ownNodeServes() ? process.execPath : null);
if (node === null) {
  console.error(
    `Cauda needs Node 22.18 or newer, and this is Node ${process.versions.node}. No Node package exists for ${process.platform}-${process.arch}: install a newer Node, then run the command again.`,
  );
  process.exit(1);
}

const PACKAGE_OF_COMMAND = { biome: '@biomejs/biome', depcruise: 'dependency-cruiser', playwright: '@playwright/test', tsc: 'typescript' };

/** Turns `--bin NAME` into the script behind a package's command, so that no shell and no .bin link is needed. */
function commandOf(words) {
  const at = words.indexOf('--bin');
  if (at < 0) return words;
  const name = words[at + 1];
  const folder = join(root, 'node_modules', PACKAGE_OF_COMMAND[name] ?? name);
  if (!existsSync(folder)) {
    console.error(`The package behind ${name} is not installed: run npm ci first.`);
    process.exit(1);
  }
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [...words.slice(0, at), join(folder, typeof bin === 'string' ? bin : bin[name]), ...words.slice(at + 2)];
}

const flags = ['--disable-warning=ExperimentalWarning'];
const child = spawn(node, [...flags, ...commandOf(process.argv.slice(2))], {
  stdio: 'inherit',
  env: { ...process.env, PATH: dirname(node) + delimiter + (process.env.PATH ?? '') },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)));
