import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { screensOf, show } from './running/screens.ts';
import { createPractice, expect, isOpen, test, words } from './running/test.ts';

async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  );
}

test('axe finds nothing on any screen, light and dark', async ({ page, startCauda }) => {
  test.setTimeout(180_000);
  const host = await startCauda(['--demo']);
  await page.goto(host.address);
  await isOpen(page);
  const found: Record<string, readonly string[]> = {};
  for (const screen of await screensOf(page)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await show(page, host, screen);
      const here = await faults(page);
      if (here.length > 0) found[`${screen.name}, ${colorScheme}`] = here;
    }
  }
  expect(found).toEqual({});
});

test('axe finds nothing on the first run and where one unlocks', async ({ page, startCauda }) => {
  const host = await startCauda();
  await page.goto(host.address);
  await expect(page.getByRole('button', { name: words.say('first-run.create') })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await createPractice(page);
  await page.goto(host.address);
  await isOpen(page);
  await page.keyboard.press('Control+L');
  await expect(page.getByRole('button', { name: words.say('unlock.open') })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test('nothing scrolls sideways at 200 per cent', async ({ browser, startCauda }) => {
  const host = await startCauda(['--demo']);
  const context = await browser.newContext({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(host.address);
  await isOpen(page);
  const wide: Record<string, number> = {};
  for (const screen of await screensOf(page)) {
    await show(page, host, screen);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (beyond > 0) wide[screen.name] = beyond;
  }
  expect(wide).toEqual({});
  await context.close();
});
