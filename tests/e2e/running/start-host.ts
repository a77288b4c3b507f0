import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const startPatience = 60_000;

/** A start of Cauda as a user makes it: through the command, in a process group of its own. */
export interface Started {
  readonly child: ChildProcess;
  /** What it said on its output and error so far. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

export interface RunningHost extends Started {
  /** What opens a window. */
  readonly address: string;
  /** Stops it as Ctrl+C does, and waits. */
  stop(): Promise<void>;
  /** Kills command and host at once, as a power cut would. */
  kill(): Promise<void>;
}

/** Variables of the environment, besides one's own. */
export type Environment = Readonly<Record<string, string>>;

export function start(words: readonly string[], environment: Environment = {}): Started {
  const script = [join(root, 'electron/command-line/with-node-24.mjs'), join(root, 'electron/command-line/start.ts')];
  const child = spawn(process.execPath, [...script, '--no-open', '--no-download', '--browser', ...words], {
    cwd: root,
    detached: true,
    env: { ...process.env, ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  return { child, said: () => said, ended };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, signal);
}

/** @throws Error with what it said where it ends, or gives no address in time. */
export async function startHost(words: readonly string[], environment: Environment = {}): Promise<RunningHost> {
  const started = start(words, environment);
  const { child, said, ended } = started;
  const address = await new Promise<string>((done, fail) => {
    const look = () => {
      const found = /http:\/\/127\.0\.0\.1\S+/u.exec(said());
      if (found !== null) done(found[0]);
    };
    child.stdout?.on('data', look);
    void ended.then((code) => fail(new Error(`Ended with ${code} and said: ${said()}`)));
    setTimeout(() => fail(new Error(`No address in time; it said: ${said()}`)), startPatience).unref();
  });
  return {
    ...started,
    address,
    async stop() {
      signalGroup(child, 'SIGTERM');
      await ended;
    },
    async kill() {
      signalGroup(child, 'SIGKILL');
      await ended;
    },
  };
}
