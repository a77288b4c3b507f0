// Stands for Electron where the built shell is run without it: does what the shell asks, and tells the test about it, a line of JSON each.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';

type Serve = (request: Request) => Promise<Response>;
const tell = (what: string, fields: object = {}) => console.log(JSON.stringify({ what, ...fields }));
let serve: Serve;

const session = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: () => undefined,
  setPermissionCheckHandler: () => undefined,
  setDevicePermissionHandler: () => undefined,
  setSpellCheckerEnabled: () => undefined,
  webRequest: { onBeforeRequest: () => undefined },
});

class BrowserWindow extends EventEmitter {
  webContents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => undefined });

  constructor({ webPreferences: { preload, sandbox } }: { webPreferences: { preload: string; sandbox: boolean } }) {
    super();
    tell('window', { preload: existsSync(preload), sandbox });
  }
  static getAllWindows(): BrowserWindow[] {
    return [];
  }
  async loadURL(url: string): Promise<void> {
    const page = await serve(new Request(url));
    const html = await page.text();
    const script = /src="\.(\/assets\/[^"]+)"/u.exec(html)?.[1] ?? '';
    const { status, headers } = await serve(new Request(new URL(script, url)));
    tell('page', { policy: page.headers.get('Content-Security-Policy'), title: html.includes('<title>Cauda</title>') });
    tell('script', { status, type: headers.get('Content-Type') });
    electron.app.emit('window-all-closed');
  }
}

const electron = {
  app: Object.assign(new EventEmitter(), {
    setName: () => undefined,
    setPath: () => undefined,
    getVersion: () => '1.2.3',
    whenReady: async () => undefined,
    requestSingleInstanceLock: () => true,
    quit: () => electron.app.emit('will-quit'),
  }),
  BrowserWindow,
  dialog: {},
  ipcMain: new EventEmitter(),
  protocol: {
    registerSchemesAsPrivileged: () => undefined,
    handle: (_scheme: string, handler: Serve) => {
      serve = handler;
    },
  },
  safeStorage: { isEncryptionAvailable: () => false },
  session: { defaultSession: session },
};

const { app, dialog, ipcMain, protocol, safeStorage } = electron;
const sessions = electron.session;

export { app, BrowserWindow, dialog, ipcMain, protocol, safeStorage, sessions as session };
