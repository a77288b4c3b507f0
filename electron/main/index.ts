import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, session } from 'electron';
import { defaultDataFolder } from '../../db/data-folder.ts';
import { createApplication } from '../service/application.ts';
import { systemClock } from '../service/clock.ts';
import { createLogFile } from '../service/log-file.ts';
import { windowlessHost } from '../service/windowless-host.ts';
import { withholdMemory } from '../service/withhold-memory.ts';
import { desktopHost } from './desktop-host.ts';
import { guardGraphics } from './graphics.ts';
import { systemKeystore } from './keystore.ts';
import { denyPermissions } from './permissions.ts';
import { servePorts } from './ports.ts';
import { registerScheme, serveWindowFiles } from './protocol.ts';
import { reviveCrashed } from './revive.ts';
import { openWindow } from './window.ts';

// Chromium brings switches of its own, so that what is not ours is let through.
const { values } = parseArgs({ strict: false, options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } } });
const dataFolder = typeof values.data === 'string' ? values.data : defaultDataFolder();

/** The name is fixed for ever: the system's keystore knows our keys by it. */
app.setName('Cauda');
app.setPath('userData', join(dataFolder, 'desktop'));

async function start(): Promise<void> {
  const version = app.getVersion();
  const log = createLogFile(dataFolder);
  registerScheme();
  guardGraphics(log);
  reviveCrashed(log);
  const application = createApplication({ dataFolder, version, log, clock: systemClock });
  await app.whenReady();
  const keystore = systemKeystore();
  denyPermissions(session.defaultSession);
  serveWindowFiles(join(import.meta.dirname, '..', 'renderer'));
  servePorts(application.router, (contents) => desktopHost(contents, keystore));
  app.on('second-instance', () => {
    const [first] = BrowserWindow.getAllWindows();
    if (first?.isMinimized()) first.restore();
    first?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => application.close());
  if (values.demo === true) await application.invoke('session', 'openDemo', {}, { host: windowlessHost('desktop') });
  openWindow();
  log.info('started', { version, host: 'desktop' });
}

withholdMemory();
if (app.requestSingleInstanceLock()) void start();
else app.quit();
