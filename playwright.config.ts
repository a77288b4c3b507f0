import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './tests/browser/find-browser.ts';

const browser = await findBrowser();

/** End-to-end tests: a real browser, the real local host, the real encrypted store. */
export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser.path,
      args: [...browserArguments],
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
});
