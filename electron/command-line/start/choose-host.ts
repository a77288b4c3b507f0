import { electronBinary, hasDisplay } from './electron-binary.ts';
import { fetchElectron } from './fetch-electron.ts';

export type Chosen =
  | { readonly host: 'desktop'; readonly binary: string }
  | { readonly host: 'browser'; readonly because: 'asked' | 'no-display' | 'no-electron' };

interface Wishes {
  readonly browser: boolean;
  /** Whether Electron may be fetched where it is missing. */
  readonly download: boolean;
  readonly today: string;
}

/** The desktop's window where it can be had, else the browser, and why. */
export async function chooseHost(root: string, { browser, download, today }: Wishes): Promise<Chosen> {
  if (browser) return { host: 'browser', because: 'asked' };
  if (!hasDisplay()) return { host: 'browser', because: 'no-display' };
  const there = electronBinary(root);
  if (there !== null) return { host: 'desktop', binary: there };
  const fetched = download && (await fetchElectron(root, today)) ? electronBinary(root) : null;
  return fetched === null ? { host: 'browser', because: 'no-electron' } : { host: 'desktop', binary: fetched };
}
