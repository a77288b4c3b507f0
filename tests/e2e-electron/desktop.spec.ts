import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { findElectron, root } from './find-electron.ts';

const folder = mkdtempSync(join(tmpdir(), 'cauda-desktop-'));
let desktop: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  const found = findElectron();
  if ('missing' in found) throw new Error(found.missing);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  desktop = await _electron.launch({ executablePath: found.path, args: [...asRoot, root, '--data', folder, '--demo'], cwd: root });
  page = await desktop.firstWindow();
});
test.afterAll(async () => {
  await desktop.close();
  rmSync(folder, { recursive: true });
});

test('the window shows the sample patients, over the port', async () => {
  await expect(page.getByRole('textbox').or(page.getByRole('searchbox')).first()).toBeVisible();
  expect(page.url()).toMatch(/^app:\/\/cauda\//u);
  expect(await page.title()).toContain('Cauda');
});

test('the page has nothing of Node and nothing of Electron but the news that it is on a desktop', async () => {
  const reach = await page.evaluate(() => [
    typeof Reflect.get(window, 'require'),
    typeof Reflect.get(window, 'process'),
    Reflect.get(window, 'caudaDesktop'),
  ]);
  expect(reach).toEqual(['undefined', 'undefined', true]);
});

test('the page goes nowhere, opens nothing and reaches no network', async () => {
  await page.evaluate(() => window.location.assign('https://example.org/'));
  await page.evaluate(() => window.open('https://example.org/'));
  expect(await page.evaluate(() => fetch('https://example.org/').then(String, () => 'refused'))).toBe('refused');
  expect(page.url()).toMatch(/^app:\/\/cauda\//u);
  expect(desktop.windows()).toHaveLength(1);
});

test('a second start gives its place to the first', async () => {
  const found = findElectron();
  if ('missing' in found) throw new Error(found.missing);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = await _electron
    .launch({ executablePath: found.path, args: [...asRoot, root, '--data', folder], cwd: root })
    .catch(() => null);
  await second?.close();
  expect(desktop.windows()).toHaveLength(1);
});

test('the page becomes a PDF with tags and language', async () => {
  const pdf = await desktop.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const content = await window?.webContents.printToPDF({
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return content?.toString('latin1') ?? '';
  });
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toMatch(/\/Lang \(en\)/u);
});

test('the log knows of the start and of no patient', async () => {
  const log = readFileSync(join(folder, 'log', 'cauda.log'), 'utf8');
  expect(log).toContain('"host":"desktop"');
  expect(log).not.toContain('PEMBERTON');
});
