// `npm test`: every check of the project, one after the other, each shown when it fails; closes with one line that counts them.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { findElectron } from './e2e-electron/find-electron.ts';

const wrapper = 'electron/command-line/with-node-24.mjs';
const command = (name: string, ...words: string[]) => [wrapper, '--bin', name, ...words];
const types = (room: string) => command('tsc', '-p', room);

interface Step {
  readonly name: string;
  /** Run side by side; a step passes when all of its commands exit with 0. */
  readonly commands: readonly (readonly string[])[];
  /** Whether its output is shown while it runs, so that counts of tests are seen. */
  readonly shown?: boolean;
  /** Why it cannot be run here: it is then counted as skipped, never as passed. */
  readonly missing?: string;
}

const electron = findElectron();
const ofShell = (spec: string) => command('playwright', 'test', '--config', 'playwright.electron.config.ts', spec);

const steps: readonly Step[] = [
  { name: 'types', commands: ['shared', 'db', 'electron', 'electron/preload', 'renderer', 'tests'].map(types) },
  { name: 'lint', commands: [command('biome', 'ci', '--error-on-warnings', '.')] },
  { name: 'boundaries', commands: [command('depcruise', 'shared', 'db', 'electron', 'renderer', 'tests')] },
  { name: 'dead-code', commands: [command('knip')] },
  { name: 'unit', commands: [command('vitest', 'run')], shown: true },
  { name: 'build', commands: [['electron/command-line/build.ts']] },
  { name: 'e2e', commands: [command('playwright', 'test')], shown: true },
  { name: 'shell', commands: [ofShell('built-shell')], shown: true },
  { name: 'desktop', commands: [ofShell('desktop')], shown: true, ...('missing' in electron ? { missing: electron.missing } : {}) },
];

function run(words: readonly string[], shown: boolean): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('exit', (code) => resolve({ ok: code === 0, output }));
  });
}

// `npm run e2e -- NAME` runs the specs of that name.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const chosen = (step: Step) => (step.name === 'e2e' ? positionals : []);
const wanted = values.only === undefined ? steps : steps.filter((step) => values.only?.split(',').includes(step.name));
let failed = 0;
let skipped = 0;
for (const step of wanted) {
  if (step.missing !== undefined) {
    skipped += 1;
    console.log(`skipped  ${step.name}: ${step.missing}`);
    continue;
  }
  const started = performance.now();
  const results = await Promise.all(step.commands.map((words) => run([...words, ...chosen(step)], step.shown === true)));
  const ok = results.every((result) => result.ok);
  if (!ok) failed += 1;
  console.log(`${ok ? 'passed' : 'FAILED'}  ${step.name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  for (const result of results.filter((each) => !each.ok)) console.log(result.output);
}
console.log(`\nchecks: ${wanted.length - failed - skipped} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
