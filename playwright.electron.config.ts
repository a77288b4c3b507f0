import { defineConfig } from '@playwright/test';
import { findElectron } from './tests/e2e-electron/find-electron.ts';

const found = findElectron();

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
