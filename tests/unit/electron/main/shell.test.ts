import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../../shared/contract/failure.ts';
import { callerOver } from '../caller.ts';
import { createLogInMemory } from '../log-in-memory.ts';
import { createSmallApplication, smallContract } from '../small-contract.ts';
import { createFakeElectron, FakeContents, FakeWindow } from './fake-electron.ts';

const electron = vi.hoisted(() => ({ current: undefined as unknown as ReturnType<typeof createFakeElectron> }));
// The package itself would start a download: each test has a fake of its own.
vi.mock('electron', () => {
  const forwarded = ['app', 'BrowserWindow', 'dialog', 'ipcMain', 'protocol', 'safeStorage', 'session'] as const;
  const module: Record<string, unknown> = {};
  for (const name of forwarded) Object.defineProperty(module, name, { enumerable: true, get: () => electron.current[name] });
  return module;
});

const folder = mkdtempSync(join(tmpdir(), 'cauda-shell-'));
const { denyPermissions } = await import('../../../../electron/main/permissions.ts');
const { desktopHost } = await import('../../../../electron/main/desktop-host.ts');
const { guardGraphics, withoutGraphics } = await import('../../../../electron/main/graphics.ts');
const { openWindow } = await import('../../../../electron/main/window.ts');
const { reviveCrashed } = await import('../../../../electron/main/revive.ts');
const { servePorts } = await import('../../../../electron/main/ports.ts');
const { serveWindowFiles } = await import('../../../../electron/main/protocol.ts');
const { systemKeystore } = await import('../../../../electron/main/keystore.ts');
const { windowlessHost } = await import('../../../../electron/service/windowless-host.ts');

beforeEach(() => {
  electron.current = createFakeElectron();
  FakeWindow.all = [];
});
afterAll(() => rmSync(folder, { recursive: true }));

const called = (name: string, ...values: unknown[]) => electron.current.handlers.get(name)?.(...(values as never[]));

describe('a window', () => {
  test('is sandboxed, isolated and without Node, and shows itself only when it has something to show', () => {
    openWindow();
    const [window] = FakeWindow.all;
    expect(window?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect([window?.options.show, window?.shown, window?.loaded]).toEqual([false, false, ['app://cauda/']]);
    window?.emit('ready-to-show');
    expect(window?.shown).toBe(true);
  });

  test.each(['https://evil.example/', 'file:///etc/passwd', 'app://other/', 'app://cauda.evil/', 'javascript:0', 'http://127.0.0.1/'])(
    'does not go to %s',
    (url) => {
      openWindow();
      expect(FakeWindow.all[0]?.webContents.goesAhead('will-navigate', { url })).toBe(false);
    },
  );

  test('moves within its own page, opens nothing and embeds nothing', () => {
    openWindow();
    const contents = FakeWindow.all[0]?.webContents;
    expect(contents?.goesAhead('will-navigate', { url: 'app://cauda/#/patients' })).toBe(true);
    expect(contents?.opening()).toEqual({ action: 'deny' });
    expect(contents?.goesAhead('will-attach-webview')).toBe(false);
  });
});

test('a page gets no permission but to copy text, no device, no download and no network', () => {
  denyPermissions(electron.current.session as never);
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen']) {
    called('permission request', null, permission, (granted: boolean) => expect(granted, permission).toBe(false));
    expect(called('permission check', null, permission)).toBe(false);
  }
  called('permission request', null, 'clipboard-sanitized-write', (granted: boolean) => expect(granted).toBe(true));
  expect(called('device', {})).toBe(false);
  const cancelled = (url: string) => {
    let cancel: boolean | undefined;
    called('request', { url }, (answer: { cancel: boolean }) => (cancel = answer.cancel));
    return cancel;
  };
  for (const url of ['https://evil.example/x', 'http://127.0.0.1:5200/', 'ws://evil.example', 'file:///etc/passwd', 'app://caudal/']) {
    expect(cancelled(url), url).toBe(true);
  }
  expect(cancelled('app://cauda/assets/index.js')).toBe(false);
  let prevented = false;
  electron.current.session.emit('will-download', { preventDefault: () => (prevented = true) });
  expect(prevented).toBe(true);
});

describe('our scheme', () => {
  mkdirSync(join(folder, 'renderer'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), '<title>Cauda</title>');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  const ask = async (url: string, init: RequestInit = {}): Promise<Response> => {
    serveWindowFiles(join(folder, 'renderer'));
    return (await called('protocol app', new Request(url, init))) as Response;
  };

  test('serves the page with its policy', async () => {
    const reply = await ask('app://cauda/');
    expect([reply.status, await reply.text()]).toEqual([200, '<title>Cauda</title>']);
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each([
    ['another name of the scheme', 'app://other/'],
    ['a file outside the folder', 'app://cauda/..%2foutside.txt'],
    ['what is not there', 'app://cauda/nothing.js'],
  ])('does not serve %s', async (_what, url) => {
    expect((await ask(url)).status).toBe(404);
  });

  test('takes nothing', async () => {
    expect((await ask('app://cauda/', { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('the port', () => {
  function offer(frame: { url: string } | null, mainFrame = frame) {
    const application = createSmallApplication();
    const { port1, port2 } = new MessageChannel();
    servePorts(application.router, () => windowlessHost('desktop'));
    Object.assign(port1, { start: port1.start.bind(port1) });
    electron.current.ipcMain.emit('cauda:port', { ports: [port1], senderFrame: frame, sender: { mainFrame } });
    port2.start();
    return { client: callerOver(smallContract, new RPCLink({ port: port2 })), close: () => port1.close() };
  }
  const answered = async ({ client, close }: ReturnType<typeof offer>) => {
    const silence = new Promise((resolve) => setTimeout(() => resolve('silence'), 100));
    const reply = await Promise.race([client.words.echo({ text: 'hello' }), silence]);
    close();
    return reply;
  };

  test('of our page’s main frame reaches the application', async () => {
    expect(await answered(offer({ url: 'app://cauda/' }))).toEqual({ text: 'hello', host: 'desktop' });
  });

  test('of any other frame reaches nothing', async () => {
    expect(await answered(offer({ url: 'https://evil.example/' }))).toBe('silence');
    expect(await answered(offer({ url: 'app://cauda/frame' }, { url: 'app://cauda/' }))).toBe('silence');
    expect(await answered(offer(null))).toBe('silence');
  });
});

describe('what the desktop can do', () => {
  test('prints by the system’s dialog; thinking better of it is no failure, a broken printer is', async () => {
    const contents = new FakeContents();
    const host = desktopHost(contents as never, null);
    await host.print();
    expect(contents.printed).toEqual([{ silent: false, printBackground: true }]);
    contents.printReply = [false, 'Print job canceled'];
    await expect(host.print()).resolves.toBeUndefined();
    contents.printReply = [false, 'Invalid printer settings'];
    await expect(host.print()).rejects.toMatchObject({ data: { code: 'not-printed' } });
  });

  test('saves a PDF with tags and outline where the person wants it, and nothing where not', async () => {
    const contents = new FakeContents();
    const host = desktopHost(contents as never, null);
    const filePath = join(folder, `${randomUUID()}.pdf`);
    electron.current.saving.reply = { canceled: true, filePath };
    let told = 0;
    const tell = () => {
      told += 1;
      expect(existsSync(filePath)).toBe(false);
    };
    expect(await host.savePdf('Report.pdf', tell)).toBe(false);
    expect(told).toBe(0);
    expect(contents.pdfOptions).toBeNull();
    electron.current.saving.reply = { canceled: false, filePath };
    const untold = () => {
      throw new Failure('disk-full');
    };
    await expect(host.savePdf('Report.pdf', untold)).rejects.toMatchObject({ data: { code: 'disk-full' } });
    expect(existsSync(filePath)).toBe(false);
    expect(await host.savePdf('Report.pdf', tell)).toBe(true);
    expect(told).toBe(1);
    expect(readFileSync(filePath, 'utf8')).toBe('%PDF-1.7 fake');
    expect(contents.pdfOptions).toMatchObject({ generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true });
    electron.current.saving.reply = { canceled: false, filePath: join(folder, 'no', 'such', 'folder.pdf') };
    await expect(host.savePdf('Report.pdf', () => undefined)).rejects.toMatchObject({ data: { code: 'file-not-written' } });
    expect(electron.current.saving.asked[0]).toMatchObject({ defaultPath: 'Report.pdf' });
  });

  test('lets a folder be chosen; thinking better of it chooses none', async () => {
    const host = desktopHost(new FakeContents() as never, null);
    electron.current.choosing.reply = { canceled: false, filePaths: [folder] };
    expect(await host.chooseFolder()).toBe(folder);
    expect(electron.current.choosing.asked).toEqual([{ properties: ['openDirectory', 'createDirectory'] }]);
    electron.current.choosing.reply = { canceled: true, filePaths: [] };
    expect(await host.chooseFolder()).toBeNull();
  });

  test('keeps a key in the system’s keystore, and treats one that only hides it as none', () => {
    const secret = new Uint8Array([0, 255, 7, 128]);
    const keystore = systemKeystore();
    expect(keystore?.unwrap(keystore.wrap(secret))).toEqual(Buffer.from(secret));
    electron.current.safeStorage.available = false;
    expect(systemKeystore()).toBeNull();
    electron.current.safeStorage.available = true;
    electron.current.safeStorage.backend = 'basic_text';
    expect(process.platform === 'linux' ? systemKeystore() : null).toBeNull();
  });
});

test('a page that crashed is loaded anew, but not for ever', () => {
  const log = createLogInMemory();
  let reloads = 0;
  reviveCrashed(log);
  const crash = (reason: string) => electron.current.app.emit('render-process-gone', {}, { reload: () => (reloads += 1) }, { reason });
  crash('clean-exit');
  for (let crashes = 0; crashes < 5; crashes += 1) crash('crashed');
  expect([reloads, log.lines.map((line) => line.event)]).toEqual([3, Array(5).fill('window-crashed')]);
});

describe('graphics', () => {
  const crash = (reason = 'crashed') => electron.current.app.emit('child-process-gone', {}, { type: 'GPU', reason });

  test('that crash twice are left out at a start of their own', () => {
    const log = createLogInMemory();
    guardGraphics(log);
    crash();
    crash('clean-exit');
    expect(electron.current.app.relaunched).toEqual([]);
    crash();
    expect(electron.current.app.relaunched).toMatchObject([{ args: expect.arrayContaining([withoutGraphics]) }]);
    expect(electron.current.app.exited).toEqual([0]);
    expect(log.lines.map((line) => line.event)).toEqual(['without-graphics']);
  });

  test('are left out by a switch, and then no crash starts anything again', () => {
    process.argv.push(withoutGraphics);
    guardGraphics(createLogInMemory());
    process.argv.pop();
    crash();
    crash();
    expect([electron.current.app.accelerated, electron.current.app.relaunched]).toEqual([false, []]);
  });
});
