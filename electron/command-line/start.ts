// `npm start [-- --demo] [--data DIR] [--port N] [--no-download] [--no-open] [--browser]`: builds what changed, then opens Cauda.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '../../db/moment.ts';
import { createWords } from '../../shared/messages/words.ts';
import { systemClock } from '../service/clock.ts';
import { chooseHost } from './start/choose-host.ts';
import { hasDisplay } from './start/electron-binary.ts';
import { ensureBuilt } from './start/ensure-built.ts';
import { runDesktop, runLocalHost } from './start/run-host.ts';

const root = join(import.meta.dirname, '..', '..');
const noWindowWithinMilliseconds = 5000;
const words = createWords();

function wishes() {
  try {
    return parseArgs({
      allowNegative: true,
      options: {
        demo: { type: 'boolean', default: false },
        data: { type: 'string' },
        port: { type: 'string' },
        download: { type: 'boolean', default: true },
        open: { type: 'boolean', default: true },
        browser: { type: 'boolean', default: false },
        stay: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    console.error(words.say('start.usage'));
    process.exit(2);
  }
}

const { demo, data, port, download, open, browser, stay } = wishes();
const shared = [...(demo ? ['--demo'] : []), ...(data === undefined ? [] : ['--data', resolve(process.env.INIT_CWD ?? '', data)])];
const local = [...shared, ...(port === undefined ? [] : ['--port', port]), ...(stay ? ['--stay'] : [])];

async function start(): Promise<number> {
  if (!(await ensureBuilt(root))) return 1;
  const mayFetch = download && (process.env.CI ?? '') === '';
  const chosen = await chooseHost(root, { browser, download: mayFetch, today: dayOf(systemClock.now()) });
  if (chosen.host === 'desktop') {
    const began = performance.now();
    const code = await runDesktop(chosen.binary, root, shared);
    // A system that lets Chromium make no sandbox, or lacks one of its libraries, ends it before any window came.
    if (code === 0 || performance.now() - began > noWindowWithinMilliseconds) return code;
    console.log(words.say('start.browser.no-window'));
  } else if (chosen.because !== 'asked') console.log(words.say(`start.browser.${chosen.because}`));
  return runLocalHost(root, local, open && hasDisplay());
}

process.exit(await start());
