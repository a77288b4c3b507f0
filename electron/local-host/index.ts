import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../../db/data-folder.ts';
import { Failure } from '../../shared/contract/failure.ts';
import { createWords } from '../../shared/messages/words.ts';
import { createApplication } from '../service/application.ts';
import { systemClock } from '../service/clock.ts';
import { createLogFile } from '../service/log-file.ts';
import { withholdMemory } from '../service/withhold-memory.ts';
import { browserHost } from './browser-host.ts';
import { type LocalHost, startLocalHost } from './local-host.ts';
import { announce, runningAddress } from './running.ts';

const graceMilliseconds = 5 * 60_000;
const root = join(import.meta.dirname, '..', '..');
const words = createWords();

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    /** Stay up though no window is open: for tests and for looking. */
    stay: { type: 'boolean', default: false },
    demo: { type: 'boolean', default: false },
  },
});

/** Prints where a window opens, and tells whoever started us, so that a browser can be opened there. */
function tell(said: 'host.open' | 'host.already-open', address: string): void {
  console.log(words.say(said, { address }));
  process.send?.({ address });
}

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function sayFailure(error: unknown): string {
  if (error instanceof Failure) return words.say(`error.${error.code}`, error.data);
  const { code: system, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'listen' && (system === 'EADDRINUSE' || system === 'EACCES')) return words.say('host.port-in-use', { port: values.port });
  if (system === 'ERR_SOCKET_BAD_PORT') return words.say('host.port-impossible');
  return words.say('host.cannot-start');
}

function openDataFolder(): string {
  const folder = values.data ?? defaultDataFolder();
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    giveUp(words.say('host.data-folder', { folder }));
  }
  return folder;
}

async function serve(dataFolder: string): Promise<void> {
  const already = values.demo ? null : await runningAddress(dataFolder);
  if (already !== null) return tell('host.already-open', already);

  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const log = createLogFile(dataFolder);
  const application = createApplication({ dataFolder, version, log, clock: systemClock });
  process.on('exit', () => application.close());

  let host: LocalHost | null = null;
  let withdraw: () => void = () => undefined;
  async function stop(): Promise<void> {
    withdraw();
    await host?.close();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  process.on('disconnect', () => void stop());

  if (values.demo) await application.invoke('session', 'openDemo', {}, { host: browserHost });
  host = await startLocalHost({
    router: application.router,
    files: join(root, 'out', 'renderer'),
    log,
    port: Number(values.port),
    graceMilliseconds: values.stay ? null : graceMilliseconds,
    onDeserted() {
      console.log(words.say('host.deserted'));
      void stop();
    },
  });
  if (!values.demo) withdraw = announce(dataFolder, host.address);
  log.info('started', { version, host: 'browser' });
  tell('host.open', host.address);
}

withholdMemory();
await serve(openDataFolder()).catch((error: unknown) => giveUp(sayFailure(error)));
