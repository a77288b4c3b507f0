import type { Page } from '@playwright/test';
import { catalogue } from '../../../shared/findings/catalogue.ts';
import type { Finding, FindingValue } from '../../../shared/findings/finding.ts';

const mostMoves = 600;

/** The finding that the hands are at. */
async function current(page: Page): Promise<string> {
  const id = await page.locator('[data-current="true"]').getAttribute('id');
  return id?.replace(/^finding-/u, '') ?? '';
}

async function answer(page: Page, finding: Finding, value: FindingValue | null): Promise<void> {
  if (value === null) return page.keyboard.press('u');
  if (typeof value === 'boolean') return page.keyboard.press(value ? 'y' : 'n');
  if (typeof value === 'number') {
    await page.keyboard.type(String(value));
    // A value that is rare is asked about once; the second Enter says that it is so.
    for (let press = 0; press < 2 && (await current(page)) === finding.id; press++) await page.keyboard.press('Enter');
    return;
  }
  const options = 'options' in finding ? Object.keys(finding.options) : [];
  if (typeof value === 'string') return page.keyboard.press(String(options.indexOf(value) + 1));
  if (value.length === 0) return page.keyboard.press('0');
  for (const option of value) await page.keyboard.press(String(options.indexOf(option) + 1));
  await page.keyboard.press('ArrowDown');
}

/**
 * Gives these answers by keys alone, from the first finding of the form onward.
 * @throws Error where the form's end is reached with answers left over.
 */
export async function answerByKeyboard(page: Page, facts: Readonly<Record<string, FindingValue | null>>): Promise<void> {
  const left = new Map(Object.entries(facts));
  const sectionsLeft = () => new Set([...left.keys()].map((id) => catalogue.byId.get(id)?.section));
  for (let move = 0; move < mostMoves && left.size > 0; move++) {
    const id = await current(page);
    const finding = catalogue.byId.get(id);
    const value = left.get(id);
    if (finding === undefined) throw new Error(`The hands are at no finding: ${id}`);
    if (value !== undefined) {
      left.delete(id);
      await answer(page, finding, value);
    } else if (sectionsLeft().has(finding.section)) await page.keyboard.press('ArrowDown');
    else await page.keyboard.press(finding.type === 'number' || finding.type === 'integer' ? 'ArrowDown' : ']');
  }
  if (left.size > 0) throw new Error(`Never came to ${[...left.keys()].join(', ')}`);
}
