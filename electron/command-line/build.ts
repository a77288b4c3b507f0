// `npm run build`: the window and the desktop shell, into out/.
import { join } from 'node:path';
import { ensureBuilt } from './start/ensure-built.ts';

process.exitCode = (await ensureBuilt(join(import.meta.dirname, '..', '..'), true)) ? 0 : 1;
