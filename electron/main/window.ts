import { join } from 'node:path';
import { BrowserWindow, type WebContents } from 'electron';
import { pageAddress } from './page.ts';

/** A page stays where it is: it opens nothing, goes nowhere and embeds no other page's content. */
function keepInside(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(pageAddress)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Opens a window on the practice: sandboxed, isolated, without Node, shown once it has something to show. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 680,
    show: false,
    title: 'Cauda',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  keepInside(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageAddress);
  return window;
}
