import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createWords } from '../../shared/messages/words.ts';
import { createApplication } from '../service/application.ts';
import { systemClock } from '../service/clock.ts';
import { createLogFile } from '../service/log-file.ts';
import { startLocalHost } from './local-host.ts';

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

const dataFolder = values.data ?? join(root, 'out', 'data');
const log = createLogFile(dataFolder);
const application = createApplication({ dataFolder, log, clock: systemClock });
const host = await startLocalHost({
  router: application.router,
  files: join(root, 'out', 'renderer'),
  log,
  port: Number(values.port),
  graceMilliseconds: values.stay ? null : graceMilliseconds,
  onDeserted: () => void stop(),
});

async function stop(): Promise<void> {
  await host.close();
  await application.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
process.on('disconnect', () => void stop());

console.log(words.say('host.open', { address: host.address }));
process.send?.({ address: host.address });
