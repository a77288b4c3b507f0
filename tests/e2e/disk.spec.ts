import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { call } from './running/call.ts';
import { registerPatient, today } from './running/patients.ts';
import { start } from './running/start-host.ts';
import { callIsRefused, createPractice, expect, go, person, test, unlock, words } from './running/test.ts';

const say = words.say;
const preload = pathToFileURL(resolve(import.meta.dirname, 'running', 'disk-with-a-fault.ts')).href;

for (const [fault, message] of [
  ['full', 'error.disk-full'],
  ['read-only', 'error.read-only'],
] as const) {
  test(`an answer on a ${fault} disk stays on the screen, is told of, and is on disk once it can be`, async ({
    page,
    folder,
    startCauda,
    expectedErrors,
  }) => {
    expectedErrors.push(callIsRefused);
    const order = join(folder, 'fault');
    const host = await startCauda([], { NODE_OPTIONS: `--import=${preload}`, CAUDA_TEST_DISK_FAULT: order });
    await page.goto(host.address);
    await createPractice(page);
    const patient = await registerPatient(page);
    const input = { patientId: patient.id, setting: 'spine-clinic', on: today(), idempotencyId: crypto.randomUUID() } as const;
    const { id } = await call(page, 'assessments', 'start', input);
    await page.goto(host.address);
    await go(page, host, `/patients/${patient.id}/assessments/${id}`);
    const current = page.locator('[data-current="true"]');
    await expect(current).toBeVisible();
    const recorded = async () => (await call(page, 'assessments', 'open', { assessmentId: id })).answers.map(({ finding }) => finding);
    /** Says yes where the hands are, and to what. */
    const answer = async () => {
      const finding = ((await current.getAttribute('id')) ?? '').replace(/^finding-/u, '');
      await page.keyboard.press('y');
      await expect(current).not.toHaveAttribute('id', `finding-${finding}`);
      return finding;
    };
    const before = await answer();
    await expect.poll(recorded).toContain(before);
    await expect(page.getByText(say('assessment.saving'))).toBeHidden();
    const saved = await recorded();

    writeFileSync(order, fault);
    // The host knows for half a second how much room there was.
    await page.waitForTimeout(600);
    const meanwhile = [await answer(), await answer()];
    await expect(page.getByRole('alert').filter({ hasText: say(message) })).toBeVisible();
    await expect(page.getByText(say('assessment.not-saved'))).toBeVisible();
    for (const finding of meanwhile) await expect(page.locator(`[id="finding-${finding}"]`).getByRole('radio').first()).toBeChecked();
    expect(await recorded()).toEqual(saved);

    rmSync(order);
    await expect(page.getByText(say('assessment.not-saved'))).toBeHidden();
    await expect(page.getByText(say(message))).toBeHidden();
    await expect.poll(recorded).toEqual(expect.arrayContaining(meanwhile));

    // On disk: a host that is killed has them too.
    await page.goto('about:blank');
    await host.kill();
    const again = await startCauda();
    await page.goto(again.address);
    await unlock(page);
    expect(await recorded()).toEqual(expect.arrayContaining([before, ...meanwhile]));
    expect((await call(page, 'audit', 'verify', {})).problems).toEqual([]);
  });
}

test('a disk without room for a new practice says so, and nothing is left there', async ({ page, folder, startCauda, expectedErrors }) => {
  expectedErrors.push(callIsRefused);
  const order = join(folder, 'fault');
  const host = await startCauda([], { NODE_OPTIONS: `--import=${preload}`, CAUDA_TEST_DISK_FAULT: order });
  await page.goto(host.address);
  writeFileSync(order, 'full');
  await page.getByLabel(say('first-run.practice-name')).fill('Valley Spine Practice');
  await page.getByLabel(say('first-run.your-name')).fill(person.name);
  await page.getByLabel(say('unlock.passphrase'), { exact: true }).fill(person.passphrase);
  await page.getByLabel(say('passphrase.again')).fill(person.passphrase);
  await page.getByRole('button', { name: say('first-run.create') }).click();
  await expect(page.getByRole('alert')).toContainText(say('error.disk-full').slice(0, 17));
  rmSync(order);
  await page.getByRole('button', { name: say('first-run.create') }).click();
  await expect(page.getByRole('heading', { name: say('recovery-key.title') })).toBeVisible();
});

test('a practice is not made in a folder that is synced to a cloud, and a data folder that cannot be written is named', async ({
  page,
  startCauda,
  expectedErrors,
}) => {
  expectedErrors.push(callIsRefused);
  const parent = mkdtempSync(join(tmpdir(), 'cauda-e2e-'));
  const synced = join(parent, 'OneDrive - Practice');
  mkdirSync(synced);
  const host = await startCauda(['--data', synced]);
  await page.goto(host.address);
  await page.getByLabel(say('first-run.practice-name')).fill('Valley Spine Practice');
  await page.getByLabel(say('first-run.your-name')).fill(person.name);
  await page.getByLabel(say('unlock.passphrase'), { exact: true }).fill(person.passphrase);
  await page.getByLabel(say('passphrase.again')).fill(person.passphrase);
  await page.getByRole('button', { name: say('first-run.create') }).click();
  await expect(page.getByText(say('error.folder-unsuitable'))).toBeVisible();
  expect(readdirSync(synced).filter((name) => name.endsWith('.cauda') || name.endsWith('.making'))).toEqual([]);

  // Where a file stands in the way nobody can make a folder, whatever rights they have.
  writeFileSync(join(parent, 'file'), '');
  const impossible = join(parent, 'file', 'data');
  const refused = start(['--data', impossible]);
  expect(await refused.ended).not.toBe(0);
  expect(refused.said()).toContain(say('host.data-folder', { folder: impossible }));
  rmSync(parent, { recursive: true, force: true });
});
