import { writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog, type OpenDialogOptions, type WebContents } from 'electron';
import type { Keystore } from '../../db/keys/quick-slots.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { HostPort } from '../service/host-port.ts';
import { openWindow } from './window.ts';

/** Tagged and with an outline, so that a screen reader finds its way; sizes and margins are the page's own CSS. */
const pdf = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true } as const;

function print(contents: WebContents): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true }, (done, reason) => {
      // Thinking better of it in the system's dialog is no failure.
      if (done || /cancel/iu.test(reason)) resolve();
      else reject(new Failure('not-printed'));
    });
  });
}

async function savePdf(contents: WebContents, suggestedName: string, beforeWriting: () => void): Promise<boolean> {
  const options = { defaultPath: suggestedName, filters: [{ name: 'PDF', extensions: ['pdf'] }] };
  const parent = BrowserWindow.fromWebContents(contents);
  const { canceled, filePath } = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
  if (canceled || filePath === '') return false;
  beforeWriting();
  const content = await contents.printToPDF(pdf);
  await writeFile(filePath, content).catch(() => {
    throw new Failure('file-not-written');
  });
  return true;
}

async function chooseFolder(contents: WebContents): Promise<string | null> {
  const options = { properties: ['openDirectory', 'createDirectory'] } satisfies OpenDialogOptions;
  const parent = BrowserWindow.fromWebContents(contents);
  const { canceled, filePaths } = await (parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** What the desktop can do for the window that calls. */
export function desktopHost(contents: WebContents, keystore: Keystore | null): HostPort {
  return {
    kind: 'desktop',
    print: () => print(contents),
    savePdf: (suggestedName, beforeWriting) => savePdf(contents, suggestedName, beforeWriting),
    chooseFolder: () => chooseFolder(contents),
    async openWindow() {
      openWindow();
    },
    keystore,
  };
}
