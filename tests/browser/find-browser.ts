import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { packagedBrowser } from './packaged-browser.ts';
import { systemBrowser } from './system-browsers.ts';

export interface FoundBrowser {
  readonly path: string;
  readonly from: 'named' | 'system' | 'playwright' | 'package';
  readonly env: Readonly<Record<string, string>>;
}

/** Without these Chromium spends its start on connections that a closed network refuses. As root it has no sandbox to offer. */
export const browserArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const whatToInstall = `No browser of Chromium's family was found for the end-to-end tests.
Install one of these, then run the tests again:
  Debian, Ubuntu:  apt-get install chromium
  any system:      Google Chrome, Chromium or Microsoft Edge, in its usual place
  any system:      npx playwright install chromium
or name one that is elsewhere: CAUDA_TEST_BROWSER=/path/to/browser npm test`;

/**
 * The browser that the end-to-end tests drive: the one that is named, else the system's, else Playwright's own, else the one that a
 * package carries.
 * @throws Error that says what to install where none can be had.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.CAUDA_TEST_BROWSER ?? '';
  if (named === 'package') {
    const only = await packagedBrowser();
    if (only === null) throw new Error('The packaged Chromium does not run on this computer.');
    return { ...only, from: 'package' };
  }
  if (named !== '') {
    if (!existsSync(named)) throw new Error(`CAUDA_TEST_BROWSER names ${named}, and there is no such file.`);
    return { path: named, from: 'named', env: {} };
  }
  const system = systemBrowser();
  if (system !== null) return { path: system, from: 'system', env: {} };
  const own = chromium.executablePath();
  if (existsSync(own)) return { path: own, from: 'playwright', env: {} };
  const packaged = await packagedBrowser();
  if (packaged !== null) return { ...packaged, from: 'package' };
  throw new Error(whatToInstall);
}
