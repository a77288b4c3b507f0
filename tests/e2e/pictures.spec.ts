import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { screensOf, show } from './running/screens.ts';
import { expect, isOpen, test, words } from './running/test.ts';

const kept = join(import.meta.dirname, 'pictures');
const wanted = ['patients', 'patient', 'assessment', 'compare', 'report'];
const largest = 300_000;

// README's pictures. A run takes them anew beside its other results; CAUDA_KEEP_PICTURES=1 puts them in the place of those that README shows.
test('README’s pictures can be taken of the sample practice', async ({ page, startCauda }, info) => {
  const host = await startCauda(['--demo']);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(host.address);
  await isOpen(page);
  mkdirSync(kept, { recursive: true });
  const screens = await screensOf(page);
  for (const name of wanted) {
    const screen = screens.find((each) => each.name === name);
    if (screen === undefined) throw new Error(`No screen ${name}`);
    await show(page, host, screen);
    if (name === 'report')
      await page.getByRole('heading', { name: words.say('doc.section.differential') }).evaluate((at) => at.scrollIntoView());
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const path = info.outputPath(`${name}.png`);
    await page.screenshot({ path });
    expect(statSync(path).size).toBeGreaterThan(10_000);
    expect(statSync(path).size).toBeLessThan(largest);
    if (process.env.CAUDA_KEEP_PICTURES === '1') copyFileSync(path, join(kept, `${name}.png`));
  }
});
