import { AxeBuilder } from '@axe-core/playwright';
import { call } from './running/call.ts';
import { registerPatient } from './running/patients.ts';
import { callIsRefused, expect, go, isOpen, person, test, typePassphrase, words } from './running/test.ts';

const say = words.say;

test('a new recovery key is made once the passphrase is asked for, and opens the practice with a new passphrase', async ({
  page,
  practice,
  expectedErrors,
}) => {
  expectedErrors.push(callIsRefused);
  await go(page, practice, '/practice/people');
  await page.getByRole('button', { name: say('keys.recovery-new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('keys.confirm')).fill('not the passphrase');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(say('error.wrong-passphrase'))).toBeVisible();
  await dialog.getByLabel(say('keys.confirm')).fill(person.passphrase);
  await page.keyboard.press('Enter');
  const recoveryKey = (await page.locator('code').textContent()) ?? '';
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.getByLabel(say('recovery-key.confirm')).check();
  await page.getByRole('button', { name: say('recovery-key.done') }).click();
  await expect(page.getByRole('heading', { name: say('practice.people') })).toBeVisible();

  await page.keyboard.press('Control+L');
  await page.getByRole('button', { name: say('unlock.recover-link') }).click();
  await page.getByLabel(say('recover.key')).fill(recoveryKey);
  await page.getByLabel(say('recover.new'), { exact: true }).fill('a passphrase after all');
  await page.getByLabel(say('passphrase.again'), { exact: true }).fill('a passphrase after all');
  await page.getByRole('button', { name: say('recover.open') }).click();
  await expect(page.getByRole('heading', { name: say('practice.people') })).toBeVisible();
  await page.keyboard.press('Control+L');
  await typePassphrase(page, person.passphrase);
  await expect(page.getByText(say('error.wrong-passphrase'))).toBeVisible();
  await typePassphrase(page, 'a passphrase after all');
  await expect(page.getByRole('heading', { name: say('practice.people') })).toBeVisible();
});

test('a person is added, given a passphrase and removed, and the database key changes under an open practice', async ({
  page,
  practice,
}) => {
  const nurse = { name: 'T. Lind', roles: ['assistant' as const], passphrase: 'nurse has a passphrase' };
  await call(page, 'session', 'addPerson', nurse);
  await go(page, practice, '/practice/people');
  await page.getByRole('button', { name: say('keys.rotate-do') }).click();
  await page.getByRole('dialog').getByLabel(say('keys.confirm')).fill(person.passphrase);
  await page.keyboard.press('Enter');
  // Five derivations of a key and every page encrypted anew.
  await expect(page.locator('code')).toBeVisible({ timeout: 40_000 });
  await page.getByLabel(say('recovery-key.confirm')).check();
  await page.getByRole('button', { name: say('recovery-key.done') }).click();
  await expect(page.getByText(say('people.cannot-unlock'))).toBeVisible();

  await page.getByRole('button', { name: say('people.give-for', { name: nurse.name }) }).click();
  await page.getByLabel(say('people.new'), { exact: true }).fill(nurse.passphrase);
  await page.getByLabel(say('passphrase.again'), { exact: true }).fill(nurse.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('people.given', { name: nurse.name }))).toBeVisible();
  await expect(page.getByText(say('people.cannot-unlock'))).toBeHidden();

  await page.getByRole('button', { name: `${say('people.remove')} ${nurse.name}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('people.remove') })
    .click();
  await expect(page.getByText(say('people.removed', { name: nurse.name }))).toBeVisible();
  await expect(page.getByRole('cell', { name: nurse.name, exact: true })).toBeHidden();
});

test('a recovery key that nobody saw is told of until a new one is put away', async ({ page, practice }) => {
  const unseen = page.getByText(say('keys.recovery-unseen'));
  await go(page, practice, '/practice/people');
  await page.getByRole('button', { name: say('keys.recovery-new') }).click();
  await page.getByRole('dialog').getByLabel(say('keys.confirm')).fill(person.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.locator('code')).toBeVisible();
  // The window is gone before the key was put away.
  await page.goto('about:blank');
  await go(page, practice, '/patients');
  await expect(unseen).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('link', { name: say('keys.recovery-new') }).click();
  await page.getByRole('button', { name: say('keys.recovery-new') }).click();
  await page.getByRole('dialog').getByLabel(say('keys.confirm')).fill(person.passphrase);
  await page.keyboard.press('Enter');
  await page.getByLabel(say('recovery-key.confirm')).check();
  await page.getByRole('button', { name: say('recovery-key.done') }).click();
  await go(page, practice, '/patients');
  await isOpen(page);
  await expect(unseen).toBeHidden();
});

test('the trail tells who opened whose record, is filtered and verified', async ({ page, practice }) => {
  const ruth = await registerPatient(page);
  await registerPatient(page, 'Bergström', 'Nils');
  await call(page, 'patients', 'open', { patientId: ruth.id });
  await go(page, practice, '/practice/audit');
  const trail = page.getByRole('region', { name: say('audit.title') });
  const opened = trail.getByRole('row').filter({ hasText: say('audit.action.record.open') });
  await expect(opened).toHaveCount(1);
  await expect(opened).toContainText('ALVAREZ, Ruth');
  await expect(opened).toContainText(person.name);

  await page.getByRole('button', { name: say('audit.kind.reading') }).click();
  await expect(trail.getByText('BERGSTRÖM, Nils')).toBeHidden();
  await expect(opened).toHaveCount(1);
  await page.getByRole('button', { name: say('audit.kind.all') }).click();
  await page.getByRole('combobox', { name: say('audit.patient') }).fill('berg');
  await page.getByRole('option', { name: /BERGSTRÖM/u }).click();
  await expect(trail.getByText('ALVAREZ, Ruth')).toBeHidden();
  await expect(trail.getByText('BERGSTRÖM, Nils')).toBeVisible();

  await page.getByRole('button', { name: say('audit.verify') }).click();
  await expect(page.getByText(/^Verified .* unbroken, no signed assessment/u)).toBeVisible();
  await page.goto(practice.address);
  await isOpen(page);
});
