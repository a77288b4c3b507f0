import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call } from './running/call.ts';
import { registerPatient } from './running/patients.ts';
import { readPdf, wordsOf } from './running/pdf.ts';
import { callIsRefused, expect, go, isOpen, person, test, typePassphrase, words } from './running/test.ts';

const say = words.say;

async function backUpOnScreen(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('backup.now') }).click();
  await expect(page.getByText(say('backup.made'))).toBeVisible();
}

test('a backup is made, told of in the status line, and restored; the old store is kept aside', async ({ page, folder, practice }) => {
  await registerPatient(page);
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  await go(page, practice, '/practice/backup');
  await expect(page.getByRole('link', { name: say('status.backup-none') })).toBeVisible();
  await page.getByLabel(say('backup.second-folder')).fill(stick);
  await page.getByRole('button', { name: say('action.save') }).click();
  await expect(page.getByText(say('backup.plan-saved'))).toBeVisible();
  await backUpOnScreen(page);
  await expect(page.getByText(say('status.backup', { age: say('age.now') }))).toBeVisible();
  expect(readdirSync(stick)).toEqual([expect.stringMatching(/\.cauda-backup\.tar$/u)]);

  await registerPatient(page, 'Bergström', 'Nils');
  await page
    .getByRole('region', { name: say('backup.place.second') })
    .getByRole('button')
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(say('restore.explain'))).toBeVisible();
  await dialog.getByLabel(say('restore.passphrase', { name: person.name })).fill(person.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Restored as of .* kept in .*before-restore/u)).toBeVisible();
  await expect(dialog).toBeHidden();
  await go(page, practice, '/patients');
  await expect(page.getByText('ALVAREZ, Ruth')).toBeVisible();
  await expect(page.getByText('BERGSTRÖM, Nils')).toBeHidden();
  expect(readdirSync(folder).filter((name) => name.includes('before-restore'))).toHaveLength(1);
});

test('a restore is rehearsed on one click, and its certificate prints on one page', async ({ page, practice }) => {
  await registerPatient(page);
  await go(page, practice, '/practice/backup');
  const rehearse = page.getByRole('button', { name: say('rehearsal.do') });
  await expect(rehearse).toBeDisabled();
  await backUpOnScreen(page);
  await rehearse.click();
  await expect(page.getByRole('heading', { name: say('certificate.title') })).toBeVisible();
  await expect(page.getByText(say('certificate.passed'))).toBeVisible();
  const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toHaveLength(1);
  const text = pages.map(wordsOf).join(' ');
  for (const said of [say('certificate.passed'), 'Valley Spine Practice', person.name, say('certificate.rows.true')]) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain(say('certificate.print'));
});

test('a damaged store offers its newest backup, what can be read and help, and opens again', async ({
  page,
  folder,
  practice,
  startCauda,
  expectedErrors,
}) => {
  expectedErrors.push(callIsRefused);
  await registerPatient(page);
  await call(page, 'keeping', 'backUp', {});
  await page.goto('about:blank');
  await practice.stop();
  const store = join(folder, readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('store.db')) ?? '');
  const bytes = readFileSync(store);
  bytes.fill(0x5a, bytes.length - 4096 * 20, bytes.length - 4096 * 18);
  writeFileSync(store, bytes);

  const again = await startCauda();
  await page.goto(again.address);
  await typePassphrase(page, person.passphrase);
  await expect(page.getByText(say('error.store-damaged'))).toBeVisible();
  await page.getByRole('button', { name: say('rescue.support-do') }).click();
  await expect(page.getByText('cauda-support/1')).toBeVisible();
  const salvage = page.getByLabel(say('unlock.passphrase-of', { name: person.name }), { exact: true });
  await salvage.fill(person.passphrase);
  await salvage.press('Enter');
  await expect(page.getByText(/rows saved to .*Cauda salvage .*\.jsonl/u)).toBeVisible();
  await expect(page.getByText(/^2 pages of the file’s \d+ cannot be read/u)).toBeVisible();
  expect(readFileSync(store).equals(bytes)).toBe(true);
  await page.getByLabel(say('restore.passphrase', { name: person.name })).fill(person.passphrase);
  await page.keyboard.press('Enter');
  await isOpen(page);
  await expect(page.getByText('ALVAREZ, Ruth')).toBeVisible();
});
