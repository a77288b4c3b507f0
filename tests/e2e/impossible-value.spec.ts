import { call } from './running/call.ts';
import { assess, registerPatient } from './running/patients.ts';
import { expect, go, test } from './running/test.ts';

const finding = 'pressure.posterior-tibial-left';

test('an impossible value is refused in words, and the earlier one is kept', async ({ page, practice }) => {
  const patient = await registerPatient(page);
  const draft = await assess(page, patient.id, { [finding]: 130 });
  await go(page, practice, `/patients/${patient.id}/assessments/${draft.id}?finding=${finding}`);
  const row = page.locator(`[id="finding-${finding}"]`);
  const field = row.getByRole('textbox');
  await expect(field).toBeFocused();
  await field.fill('1300');
  await page.keyboard.press('Enter');
  await expect(row.getByRole('alert')).toContainText('1300');
  await expect(row.getByRole('alert')).toContainText('130');
  await expect(field).toHaveValue('130');
  const { answers } = await call(page, 'assessments', 'open', { assessmentId: draft.id });
  expect(answers).toMatchObject([{ finding, value: 130 }]);
});
