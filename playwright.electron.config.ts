import { defineConfig } from '@playwright/test';
import { findElectron } from './tests/e2e-electron/find-electron.ts';

const found = findElectron();
// Told, so that nobody takes the rest for the whole.
if ('missing' in found && process.env.TEST_WORKER_INDEX === undefined) console.log(`desktop.spec.ts skipped: ${found.missing}`);

/** The desktop's shell: the built one without Electron anywhere, and in Electron itself where its program is there. */
export default defineConfig({
  testDir: 'tests/e2e-electron',
  testIgnore: 'missing' in found ? ['**/desktop.spec.ts'] : [],
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list']],
  outputDir: 'test-results/electron',
});
