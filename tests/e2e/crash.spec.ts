import { call } from './running/call.ts';
import { registerPatient, today } from './running/patients.ts';
import { expect, go, hostIsGone, test, unlock } from './running/test.ts';

const enough = 12;
const keysAtMost = 120;

test('killing the host in the middle of typing loses no acknowledged answer', async ({ page, practice, startCauda, expectedErrors }) => {
  expectedErrors.push(hostIsGone);
  const patient = await registerPatient(page);
  const { id } = await call(page, 'assessments', 'start', {
    patientId: patient.id,
    setting: 'spine-clinic',
    on: today(),
    idempotencyId: crypto.randomUUID(),
  });
  await go(page, practice, `/patients/${patient.id}/assessments/${id}`);
  await expect(page.locator('[data-current="true"]')).toBeVisible();

  // What the host has acknowledged is known from its replies on the wire, not from the screen.
  const acknowledged: { finding: string; state: string }[] = [];
  const powerCut = new Promise<void>((done) => {
    page.on('response', async (response) => {
      if (!response.url().endsWith('/assessments/record') || !response.ok()) return;
      const body = await response.json().catch(() => null);
      if (body === null) return;
      acknowledged.push({ finding: body.json.answer.finding, state: body.json.answer.state });
      if (acknowledged.length === enough) await practice.kill().then(done);
    });
  });
  for (let key = 0; key < keysAtMost && practice.child.exitCode === null && practice.child.signalCode === null; key++) {
    await page.keyboard.press(key % 3 === 0 ? 'n' : 'y');
  }
  await powerCut;
  const known = [...acknowledged];
  await page.goto('about:blank');

  const again = await startCauda();
  await page.goto(again.address);
  await unlock(page);
  const { answers } = await call(page, 'assessments', 'open', { assessmentId: id });
  expect(known.length).toBeGreaterThanOrEqual(enough);
  for (const answer of known) expect(answers).toContainEqual(expect.objectContaining(answer));
});
