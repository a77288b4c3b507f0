import { app } from 'electron';
import type { Log } from '../service/log.ts';

/** The switch that starts without the graphics card. */
export const withoutGraphics = '--no-graphics';
const crashesBorne = 2;

/** Graphics drivers blank the window on whole fleets of machines: after two crashes Cauda starts again without them, by itself. */
export function guardGraphics(log: Log): void {
  if (process.argv.includes(withoutGraphics)) {
    app.disableHardwareAcceleration();
    return;
  }
  let crashes = 0;
  app.on('child-process-gone', (_event, details) => {
    if (details.type !== 'GPU' || details.reason === 'clean-exit') return;
    crashes += 1;
    if (crashes < crashesBorne) return;
    log.error('without-graphics');
    app.relaunch({ args: [...process.argv.slice(1), withoutGraphics] });
    app.exit(0);
  });
}
