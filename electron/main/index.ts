import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, session } from 'electron';
import { createApplication } from '../service/application.ts';
import { systemClock } from '../service/clock.ts';
import { createLogFile } from '../service/log-file.ts';
import { desktopHost } from './desktop-host.ts';
import { guardGraphics } from './graphics.ts';
import { systemKeystore } from './keystore.ts';
import { denyPermissions } from './permissions.ts';
import { servePorts } from './ports.ts';
import { registerScheme, serveWindowFiles } from './protocol.ts';
import { openWindow } from './window.ts';

const { values } = parseArgs({
  strict: false,
  options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } },
});

app.setName('Cauda');
const dataFolder = typeof values.data === 'string' ? values.data : join(app.getPath('userData'), 'data');
const log = createLogFile(dataFolder);
registerScheme();
guardGraphics(log);

async function start(): Promise<void> {
  const application = createApplication({ dataFolder, log, clock: systemClock });
  await app.whenReady();
  denyPermissions(session.defaultSession);
  serveWindowFiles(join(import.meta.dirname, '..', 'renderer'));
  const keystore = systemKeystore();
  servePorts(application.router, (contents) => desktopHost(contents, keystore));
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  app.on('window-all-closed', () => void application.close().then(() => app.quit()));
  openWindow();
}

if (app.requestSingleInstanceLock()) void start();
else app.quit();
