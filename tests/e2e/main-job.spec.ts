import type { Page } from '@playwright/test';
import type { ClassificationResult } from '../../shared/classification/result.ts';
import { sayPercent, sayPercentRange } from '../../shared/messages/numbers.ts';
import { answerByKeyboard } from './running/answer-by-keyboard.ts';
import { call } from './running/call.ts';
import { classifyByCommand } from './running/classify-command.ts';
import { ruth } from './running/patients-facts.ts';
import { expect, person, test, unlock, words } from './running/test.ts';

/** The rows of the live differential as they stand on the screen: condition, band, per cent, interval. */
async function rowsOnScreen(page: Page): Promise<readonly string[]> {
  const differential = page.getByRole('region', { name: words.say('assessment.differential') });
  const more = differential.locator('button[aria-expanded="false"]').filter({ hasText: /more, each under/u });
  if (await more.isVisible()) await more.press('Enter');
  return differential.locator('li > button[aria-expanded]').evaluateAll((buttons) =>
    buttons.map((button) =>
      [...button.children]
        .map((child) => child.textContent?.trim() ?? '')
        .filter((text) => text !== '' && !/^[+−] /u.test(text))
        .join(' | '),
    ),
  );
}

function rowsOf(result: ClassificationResult): readonly string[] {
  return result.differential.map(({ condition, band, probability, interval }) =>
    [
      words.say(`condition.${condition}`),
      words.say(`band.${band}`),
      sayPercent(probability, words),
      words.say('assessment.interval', { range: sayPercentRange(interval, words) }),
    ].join(' | '),
  );
}

test('the main job: first run, patient, assessment by keyboard, compare, sign, and there again tomorrow', async ({ page, startCauda }) => {
  test.setTimeout(180_000);
  const host = await startCauda();
  await page.goto(host.address);

  await test.step('first run: practice, person, passphrase, recovery key', async () => {
    await page.getByLabel(words.say('first-run.practice-name')).fill('Valley Spine Practice');
    await page.getByLabel(words.say('first-run.setting')).selectOption('spine-clinic');
    await page.getByLabel(words.say('first-run.your-name')).fill(person.name);
    await page.getByLabel(words.say('unlock.passphrase'), { exact: true }).fill(person.passphrase);
    await page.getByLabel(words.say('passphrase.again')).fill(person.passphrase);
    await page.getByRole('button', { name: words.say('first-run.create') }).click();
    await expect(page.getByText(words.say('recovery-key.label', { practice: 'Valley Spine Practice' }))).toBeVisible();
    await page.getByLabel(words.say('recovery-key.confirm')).check();
    await page.getByRole('button', { name: words.say('recovery-key.go') }).click();
  });

  await test.step('a new patient', async () => {
    await expect(page.getByText(words.say('patients.none.all'))).toBeVisible();
    await page
      .getByRole('button', { name: words.say('patients.new') })
      .first()
      .click();
    const form = page.getByRole('dialog');
    await form.getByLabel(words.say('patient-form.family-name')).fill('Alvarez');
    await form.getByLabel(words.say('patient-form.given-name')).fill('Ruth');
    await form.getByLabel(words.say('patient-form.birth-date')).fill('12-Mar-1954');
    await form.getByRole('radio', { name: words.say('sex.female'), exact: true }).check({ force: true });
    await form.getByRole('button', { name: words.say('patient-form.register') }).click();
    await expect(page.getByRole('region', { name: words.say('patient.banner') })).toContainText('ALVAREZ, Ruth');
  });

  await test.step('a whole assessment by keyboard alone', async () => {
    await page
      .getByRole('button', { name: words.say('patient.new-assessment') })
      .first()
      .press('Enter');
    await expect(page.getByRole('heading', { name: words.say('assessment.title') })).toBeVisible();
    await answerByKeyboard(page, ruth);
    await expect(page.getByText(words.say('assessment.saved', { time: '' }).trim())).toBeVisible();
  });

  const id = /assessments\/([0-9a-f-]{36})/u.exec(page.url())?.[1] ?? '';
  await test.step('the differential on the screen is what the command line gives for the same facts', async () => {
    const { setting, patient } = await call(page, 'assessments', 'open', { assessmentId: id });
    const result = await classifyByCommand({ setting, patient, findings: ruth });
    const expected = rowsOf(result);
    await expect.poll(async () => [...(await rowsOnScreen(page))].sort()).toEqual([...expected].sort());
    expect((await rowsOnScreen(page)).slice(0, 2)).toEqual(expected.slice(0, 2));
  });

  await test.step('the conditions side by side', async () => {
    await page.keyboard.press('c');
    await expect(page.getByRole('table')).toContainText(words.say('condition.neurogenic-claudication'));
    await expect(page.getByRole('table')).toContainText(/leaning on a cart/iu);
    await page.keyboard.press('e');
  });

  await test.step('conclude and sign', async () => {
    await page.keyboard.press('Control+Enter');
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: words.say('conclude.take') }).click();
    await panel.getByLabel(words.say('conclude.agrees')).check();
    await panel.getByLabel(words.say('conclude.plan')).fill('Ankle-brachial index, both legs.');
    await panel.getByLabel(words.say('conclude.forPatient')).fill('Keep walking; lean on a cart if that helps.');
    await panel.getByRole('button', { name: words.say('conclude.sign') }).click();
    await panel.getByRole('button', { name: words.say('conclude.sign-now') }).click();
    await expect(page.getByRole('button', { name: words.say('conclude.add-addendum') })).toBeVisible();
  });

  const before = await call(page, 'assessments', 'open', { assessmentId: id });
  expect(before.state).toBe('signed');
  await page.goto('about:blank');
  await host.stop();

  await test.step('tomorrow it is still there, unchanged', async () => {
    const again = await startCauda();
    await page.goto(again.address);
    await unlock(page);
    await page
      .getByRole('row', { name: /ALVAREZ/u })
      .first()
      .click();
    await expect(page.getByRole('region', { name: words.say('patient.banner') })).toContainText('ALVAREZ, Ruth');
    const after = await call(page, 'assessments', 'open', { assessmentId: id });
    expect(after).toEqual(before);
    expect(after.signature?.intact).toBe(true);
  });
});
