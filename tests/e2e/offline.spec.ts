import { call } from './running/call.ts';
import { assess, registerPatient } from './running/patients.ts';
import { expect, go, hostIsGone, test, words } from './running/test.ts';

const record = '**/call/assessments/record';

test('while the host does not answer, answers wait, and are written once it does', async ({ page, practice, expectedErrors }) => {
  expectedErrors.push(/ERR_FAILED/u);
  const patient = await registerPatient(page);
  const draft = await assess(page, patient.id, {});
  await go(page, practice, `/patients/${patient.id}/assessments/${draft.id}`);
  await expect(page.locator('[data-current="true"]')).toBeVisible();

  const ids: string[] = [];
  await page.route(record, async (route) => {
    ids.push(route.request().postDataJSON().json.idempotencyId);
    await route.abort();
  });
  await page.keyboard.press('y');
  await page.keyboard.press('n');
  await expect(page.getByText(words.say('assessment.not-saved')).first()).toBeVisible();
  expect((await call(page, 'assessments', 'open', { assessmentId: draft.id })).answers).toEqual([]);

  await page.unroute(record);
  await expect(page.getByText(words.say('assessment.not-saved'))).toHaveCount(0);
  const given = async () => {
    const { answers } = await call(page, 'assessments', 'open', { assessmentId: draft.id });
    return answers.map(({ state }) => state).filter((state) => state !== 'not-applicable');
  };
  // They are written one after the other: the first is acknowledged before the second is on its way.
  await expect.poll(given).toEqual(['present', 'absent']);
  expect(new Set(ids).size, 'a repeated write carries the id of its first attempt').toBe(1);
});

test('a host that is gone is said on the screen, and so is one that was started anew', async ({
  page,
  practice,
  startCauda,
  expectedErrors,
}) => {
  expectedErrors.push(hostIsGone, /status of 403/u);
  await expect(page.getByRole('heading', { name: words.say('patients.title') })).toBeVisible();
  await practice.kill();
  await expect(page.getByText(words.say('error.offline'))).toBeVisible();
  await expect(page.getByRole('heading', { name: words.say('patients.title') })).toBeVisible();
  await startCauda(['--port', new URL(practice.address).port]);
  await expect(page.getByText(words.say('error.outdated'))).toBeVisible();
});
