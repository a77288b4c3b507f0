import { registerPatient } from './running/patients.ts';
import { expect, test, words } from './running/test.ts';

test('Enter opens who was typed, never who is still shown for what was typed before', async ({ page, practice }) => {
  const other = await registerPatient(page, 'Alvarez', 'Ruth');
  const meant = await registerPatient(page, 'Brandt', 'Otto');
  await page.goto(practice.address);
  const search = page.getByLabel(words.say('patients.search'));
  await search.fill('alvarez');
  await expect(page.getByText(words.say('patients.found', { count: 1 }))).toBeVisible();
  await search.fill('brandt');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/patients/${meant.id}`, 'u'));

  await page.keyboard.press('Control+k');
  const anything = page.getByRole('dialog').getByLabel(words.say('find.label')).first();
  await anything.fill('brandt');
  await expect(page.getByRole('option', { name: /BRANDT/u })).toBeVisible();
  await anything.fill('alvarez');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/patients/${other.id}`, 'u'));
  // All that the screen asks for has come.
  await expect(page.getByText(words.say('patient.next.none'))).toBeVisible();
});
