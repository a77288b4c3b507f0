import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import open from 'open';

const lookMilliseconds = 1000;
/** Mebibytes of each half of V8's young heap: left alone it takes what the machine has, and a practice is read in small pieces. */
const youngHeap = '--max-semi-space-size=4';
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends with the child, and the child with us: a host that nobody started must not keep the store. */
function follow(child: ChildProcess): Promise<number> {
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  // Whoever started us may be killed without a word to us.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), lookMilliseconds).unref();
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 0));
  });
}

/** The browser's host, run from the sources. Opens a browser at its address unless told not to. */
export function runLocalHost(root: string, words: readonly string[], opening: boolean): Promise<number> {
  const script = join(root, 'electron', 'local-host', 'index.ts');
  const child = spawn(process.execPath, [...process.execArgv, youngHeap, script, ...words], {
    cwd: root,
    // Stripped of their types and compiled once: later starts take a third less.
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'out', 'compile-cache') },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (message) => {
    if (!opening || typeof message !== 'object' || !('address' in message)) return;
    // A computer without a browser, or without a display to show one, is no failure: the address stands above.
    open(String(message.address)).then(
      (browser) => browser.on('error', () => undefined),
      () => undefined,
    );
  });
  return follow(child);
}

/**
 * The desktop's host: Electron with the built shell. As root, Chromium has no sandbox to offer. The main process takes flags of V8 from its
 * command line alone: a switch that it appends itself comes too late.
 */
export function runDesktop(binary: string, root: string, words: readonly string[]): Promise<number> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return follow(spawn(binary, [...asRoot, `--js-flags=${youngHeap}`, root, ...words], { cwd: root, env, stdio: 'inherit' }));
}
