import { app } from 'electron';
import type { Log } from '../service/log.ts';

const bearable = 3;

/** A window whose page crashed is loaded anew: all that it had acknowledged is on disk. One that crashes again and again is left alone. */
export function reviveCrashed(log: Log): void {
  let crashes = 0;
  app.on('render-process-gone', (_event, contents, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes += 1;
    log.error('window-crashed');
    if (crashes <= bearable) contents.reload();
  });
}
