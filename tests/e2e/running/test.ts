import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { createWords } from '../../../shared/messages/words.ts';
import { call } from './call.ts';
import { type Environment, type RunningHost, startHost } from './start-host.ts';

export const words = createWords();

export const person = { name: 'Dr. M. Okafor', passphrase: 'winter walking distance' };

/** What the browser says of calls to a host that was stopped or killed. */
export const hostIsGone = /ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/u;

/** What the browser says of a call that the application refuses. */
export const callIsRefused = /status of 4\d\d .*\/call\//u;

/** Errors that a test brings about on purpose, by what the browser's console says of them. */
type Expected = RegExp[];

interface Fixtures {
  /** An empty data folder, removed afterwards. */
  readonly folder: string;
  /** Starts Cauda with a data folder; whatever was started is stopped afterwards. */
  readonly startCauda: (words?: readonly string[], environment?: Environment) => Promise<RunningHost>;
  /** A practice with one clinician, unlocked in the page. */
  readonly practice: RunningHost;
  readonly expectedErrors: Expected;
}

function watch(page: Page, expected: Expected, errors: string[]): void {
  const keep = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') keep(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => keep(`thrown: ${error.message}`));
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs off this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'cauda-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  startCauda: async ({ folder }, use) => {
    const running: RunningHost[] = [];
    await use(async (more = [], environment = {}) => {
      const host = await startHost(['--data', folder, '--port', '0', ...more], environment);
      running.push(host);
      return host;
    });
    await Promise.all(running.map((host) => host.stop()));
  },
  practice: async ({ page, startCauda }, use) => {
    const host = await startCauda();
    await page.goto(host.address);
    await createPractice(page);
    await page.goto(host.address);
    await use(host);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs off this pattern
  expectedErrors: async ({}, use) => use([]),
  page: async ({ page, expectedErrors }, use) => {
    const errors: string[] = [];
    watch(page, expectedErrors, errors);
    await use(page);
    expect(errors, 'nothing goes wrong in the browser unnoticed').toEqual([]);
  },
});

export { expect };

/** Unlocks through the screen, as a person does. */
export async function typePassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(words.say('unlock.passphrase-of', { name: person.name })).fill(passphrase);
  await page.keyboard.press('Enter');
}

/** Unlocks and waits until the practice is open. */
export async function unlock(page: Page): Promise<void> {
  await typePassphrase(page, person.passphrase);
  await isOpen(page);
}

/** Waits until the practice is open. */
export async function isOpen(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: words.say('patients.title') })).toBeVisible();
}

/** A practice with one clinician, made through the open window without its form. */
export async function createPractice(page: Page): Promise<void> {
  await call(page, 'session', 'createPractice', {
    practiceName: 'Valley Spine Practice',
    setting: 'spine-clinic',
    personName: person.name,
    roles: ['clinician', 'owner'],
    passphrase: person.passphrase,
  });
  await call(page, 'people', 'keepRecoveryKey', {});
}

/** Opens one of the program's places; a hash route needs no reload. */
export async function go(page: Page, host: RunningHost, path: string): Promise<void> {
  await page.goto(`${new URL(host.address).origin}/#${path}`);
}
