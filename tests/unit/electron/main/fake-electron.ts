import { EventEmitter } from 'node:events';

type Handler = (...values: never[]) => unknown;

/** A page as the shell sees it: it tells whether what it was asked is let happen. */
export class FakeContents extends EventEmitter {
  mainFrame = { url: 'app://cauda/' };
  printed: unknown[] = [];
  pdfOptions: unknown = null;
  printReply: [boolean, string] = [true, ''];
  opening: Handler = () => undefined;

  setWindowOpenHandler(handler: Handler): void {
    this.opening = handler;
  }
  print(options: unknown, answer: (done: boolean, reason: string) => void): void {
    this.printed.push(options);
    answer(...this.printReply);
  }
  async printToPDF(options: unknown): Promise<Buffer> {
    this.pdfOptions = options;
    return Buffer.from('%PDF-1.7 fake');
  }
  /** Whether an event that the shell may prevent goes ahead. */
  goesAhead(name: string, fields: object = {}): boolean {
    let prevented = false;
    this.emit(name, { ...fields, preventDefault: () => (prevented = true) });
    return !prevented;
  }
}

export class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = [];
  webContents = new FakeContents();
  loaded: string[] = [];
  shown = false;
  readonly options: { webPreferences: Record<string, unknown>; show: boolean };

  constructor(options: FakeWindow['options']) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }
  static getAllWindows(): FakeWindow[] {
    return FakeWindow.all;
  }
  static fromWebContents(contents: unknown): FakeWindow | null {
    return FakeWindow.all.find((window) => window.webContents === contents) ?? null;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  show(): void {
    this.shown = true;
  }
}

/** Electron's modules as far as the shell uses them, in memory: what is registered is kept for the test to call. */
export function createFakeElectron() {
  const handlers = new Map<string, Handler>();
  const keep = (name: string) => (handler: Handler) => void handlers.set(name, handler);
  const app = Object.assign(new EventEmitter(), {
    relaunched: [] as unknown[],
    exited: [] as number[],
    accelerated: true,
    disableHardwareAcceleration: () => (app.accelerated = false),
    relaunch: (options: unknown) => app.relaunched.push(options),
    exit: (code: number) => app.exited.push(code),
  });
  const saving = { reply: { canceled: false, filePath: '' }, asked: [] as unknown[] };
  const choosing = { reply: { canceled: false, filePaths: [] as string[] }, asked: [] as unknown[] };
  const safeStorage = {
    available: true,
    backend: 'gnome_libsecret',
    isEncryptionAvailable: () => safeStorage.available,
    getSelectedStorageBackend: () => safeStorage.backend,
    encryptString: (text: string) => Buffer.from(text).reverse(),
    decryptString: (wrapped: Buffer) => Buffer.from(wrapped).reverse().toString(),
  };
  return {
    handlers,
    saving,
    choosing,
    app,
    safeStorage,
    ipcMain: new EventEmitter(),
    BrowserWindow: FakeWindow,
    protocol: {
      schemes: [] as unknown[],
      registerSchemesAsPrivileged: keep('schemes'),
      handle: (name: string, handler: Handler) => keep(`protocol ${name}`)(handler),
    },
    dialog: {
      showOpenDialog: async (...values: unknown[]) => {
        choosing.asked.push(values.at(-1));
        return choosing.reply;
      },
      showSaveDialog: async (...values: unknown[]) => {
        saving.asked.push(values.at(-1));
        return saving.reply;
      },
    },
    session: Object.assign(new EventEmitter(), {
      setPermissionRequestHandler: keep('permission request'),
      setPermissionCheckHandler: keep('permission check'),
      setDevicePermissionHandler: keep('device'),
      setSpellCheckerEnabled: keep('spelling'),
      webRequest: { onBeforeRequest: keep('request') },
    }),
  };
}
