import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { call } from './running/call.ts';
import { assess, registerPatient, today } from './running/patients.ts';
import { callIsRefused, expect, go, isOpen, test, words } from './running/test.ts';

const say = words.say;

async function axeFindsNothing(page: Page) {
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}
const banner = (page: Page) => page.getByRole('region', { name: say('patient.banner'), exact: true });
const list = (page: Page) => page.getByRole('grid');

test('other numbers are written by keyboard alone, shown, and found', async ({ page, practice }) => {
  const ruth = await registerPatient(page);
  await go(page, practice, `/patients/${ruth.id}`);
  await expect(page.getByText(say('numbers.none'))).toBeVisible();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  const add = dialog.getByRole('button', { name: say('patient-form.add-identifier') });
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: say('patient-form.identifier-system') })).toBeFocused();
  await page.keyboard.type('Insurance');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(say('patient-form.identifier-value-empty'))).toBeVisible();
  await expect(dialog.getByLabel(say('patient-form.identifier-value'), { exact: true })).toBeFocused();
  await page.keyboard.type('943 476 5919');
  await add.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('insurance');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(say('patient-form.identifier-twice'))).toBeVisible();
  await axeFindsNothing(page);
  const second = dialog.getByRole('button', { name: say('patient-form.remove-identifier', { place: 2, system: 'insurance' }) });
  await second.focus();
  await page.keyboard.press('Enter');
  await expect(add).toBeFocused();
  await dialog.getByRole('button', { name: say('action.save') }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('definition').filter({ hasText: '943 476 5919' })).toBeVisible();

  await go(page, practice, '/patients');
  await page.getByRole('combobox', { name: say('patients.search') }).fill('4765919');
  await expect(list(page).getByRole('row').filter({ hasText: 'ALVAREZ' })).toBeVisible();

  await page.getByRole('button', { name: say('patients.new') }).click();
  await dialog.getByLabel(say('patient-form.family-name')).fill('Unlike');
  await dialog.getByLabel(say('patient-form.given-name')).fill('Otherwise');
  await dialog.getByLabel(say('patient-form.birth-date')).fill('3 Feb 1980');
  await dialog.getByLabel(words.sayOf('sex.male'), { exact: true }).check();
  await add.click();
  await dialog.getByRole('combobox', { name: say('patient-form.identifier-system') }).fill('Insurance');
  await dialog.getByLabel(say('patient-form.identifier-value'), { exact: true }).fill('943 476 5919');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('link', { name: say('look-alikes.open', { name: 'ALVAREZ, Ruth' }) })).toBeVisible();
});

test('a death is said on every screen and sheet, ends what falls due, and warns before a new assessment', async ({ page, practice }) => {
  const ruth = await registerPatient(page);
  const { id, sequence } = await assess(page, ruth.id, {});
  const conclusion = {
    workingDiagnosis: [],
    agreement: 'agrees',
    reason: '',
    note: '',
    plan: '',
    forPatient: '',
    reviewOn: today(),
  } as const;
  const once = () => ({ idempotencyId: crypto.randomUUID() });
  await call(page, 'assessments', 'conclude', { assessmentId: id, conclusion: { ...conclusion, workingDiagnosis: [] }, ...once() });
  await call(page, 'assessments', 'sign', { assessmentId: id, seen: sequence, ...once() });
  await go(page, practice, `/patients/${ruth.id}`);
  await expect(page.getByText(/^Review was due/u)).toBeVisible();

  const died = 'Died 2-Nov-2025, aged 71 y';
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  const day = dialog.getByLabel(say('patient-form.died-on'));
  await day.fill('2.11.1925');
  await dialog.getByRole('button', { name: say('action.save') }).click();
  await expect(dialog.getByText(say('patient-form.died-before-birth'))).toBeVisible();
  await expect(day).toBeFocused();
  await day.fill('2.11.2025');
  await dialog.getByRole('button', { name: say('action.save') }).click();
  await expect(banner(page)).toContainText(died);
  await expect(page.getByText(say('patient.next.died'))).toBeVisible();
  await expect(page.getByText(/^Review was due/u)).toBeHidden();
  await axeFindsNothing(page);

  await page.keyboard.press('n');
  await expect(dialog.getByRole('heading', { name: say('after-death.title') })).toBeVisible();
  await axeFindsNothing(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('n');
  await dialog.getByRole('button', { name: say('after-death.start') }).click();
  await expect(page.getByRole('heading', { name: say('assessment.title') })).toBeVisible();
  await expect(banner(page)).toContainText(died);

  await go(page, practice, `/patients/${ruth.id}/assessments/${id}/report`);
  await expect(page.getByRole('article')).toContainText('died 2-Nov-2025, aged 71 y');
  await go(page, practice, '/patients');
  const row = list(page).getByRole('row').filter({ hasText: 'ALVAREZ' });
  await expect(row).toContainText('died 2-Nov-2025');
  await expect(page.getByRole('button', { name: /^Review due/u })).toHaveText(/0$/u);
});

test('a duplicate is merged by keyboard, closed, led away from, and separated by an owner', async ({ page, practice }) => {
  const kept = await registerPatient(page);
  const duplicate = await registerPatient(page, 'Alvares', 'Ruth');
  const draft = await assess(page, duplicate.id, {});
  await go(page, practice, `/patients/${duplicate.id}`);
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('button', { name: say('merge.open') })).toBeVisible();
  await page.keyboard.press('d');
  await expect(dialog.getByText(/is not signed\. Sign it first/u)).toBeVisible();
  await page.keyboard.press('Escape');
  const once = () => ({ idempotencyId: crypto.randomUUID() });
  const conclusion = { agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn: today() } as const;
  await call(page, 'assessments', 'conclude', { assessmentId: draft.id, conclusion: { ...conclusion, workingDiagnosis: [] }, ...once() });
  await call(page, 'assessments', 'sign', { assessmentId: draft.id, seen: 0, ...once() });

  await go(page, practice, '/patients');
  await isOpen(page);
  await go(page, practice, `/patients/${duplicate.id}`);
  await page.reload();
  await expect(page.getByText(/^Review was due/u)).toBeVisible();
  await page.keyboard.press('d');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await dialog.getByRole('searchbox').fill('alva');
  const choice = dialog.getByRole('button', { name: /^ALVAREZ, Ruth 12-Mar-1954/u });
  await expect(choice).toBeVisible();
  await axeFindsNothing(page);
  await page.keyboard.press('Tab');
  await expect(choice).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('row', { name: /^Name ALVARES, Ruth ALVAREZ, Ruth differs/u })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^Birth date .* the same/u })).toBeVisible();
  await expect(dialog.getByText(/no longer falls due/u)).toBeVisible();
  await axeFindsNothing(page);
  await dialog.getByRole('button', { name: say('merge.do') }).focus();
  await page.keyboard.press('Enter');

  await expect(banner(page)).toContainText('ALVAREZ, Ruth');
  const earlier = page.getByRole('link', { name: new RegExp(`^No\\. ${duplicate.recordNumber}`, 'u') });
  await expect(earlier).toBeVisible();
  await axeFindsNothing(page);
  await earlier.click();
  const closed = page.getByRole('region', { name: say('merged.label') });
  await expect(closed).toContainText(`No. ${kept.recordNumber}`);
  for (const name of [say('patient.new-assessment'), say('patient.edit'), say('merge.open')]) {
    await expect(page.getByRole('button', { name })).toBeHidden();
  }
  for (const key of ['n', 'e', 'd', 'w', 'm']) await page.keyboard.press(key);
  await expect(dialog).toBeHidden();
  await expect(page.getByText(say('patient.next.closed'))).toBeVisible();
  await axeFindsNothing(page);
  await go(page, practice, '/patients');
  await expect(list(page).getByRole('row').last()).toContainText(`merged into ALVAREZ, Ruth · No. ${kept.recordNumber}`);

  await go(page, practice, `/patients/${duplicate.id}`);
  await closed.getByRole('button', { name: say('merged.separate') }).click();
  await dialog.getByRole('button', { name: say('merged.separate') }).click();
  await expect(closed).toBeHidden();
  await expect(page.getByRole('button', { name: say('patient.edit') })).toBeVisible();
});

test('what somebody else changed meanwhile is shown, and not overwritten', async ({ page, practice, expectedErrors }) => {
  expectedErrors.push(callIsRefused);
  const { id, version, createdAt, updatedAt, mergedInto, earlierRecords, ...details } = await registerPatient(page);
  await go(page, practice, `/patients/${id}`);
  await page.getByRole('button', { name: say('patient.edit') }).click();
  const dialog = page.getByRole('dialog');
  const phone = dialog.getByLabel(say('patient-form.phone'));
  await phone.fill('111');
  const change = { patientId: id, seenVersion: version, details: { ...details, phone: '222' }, idempotencyId: crypto.randomUUID() };
  await call(page, 'patients', 'update', change);
  await dialog.getByRole('button', { name: say('action.save') }).click();
  await expect(dialog.getByText(say('error.stale'))).toBeVisible();
  await expect(phone).toHaveValue('222');
  await phone.fill('111');
  await dialog.getByRole('button', { name: say('action.save') }).click();
  await expect(dialog).toBeHidden();
  expect(await call(page, 'patients', 'open', { patientId: id })).toMatchObject({ phone: '111', version: 3 });
});
