import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { call } from './running/call.ts';
import { assess, registerPatient } from './running/patients.ts';
import { callIsRefused, expect, go, isOpen, person, test, words } from './running/test.ts';

const say = words.say;
const fresh = 'the new computer has its own';

test('a practice goes out as an export, and the first screen of another computer brings it in whole', async ({
  page,
  practice,
  startCauda,
  expectedErrors,
}) => {
  expectedErrors.push(callIsRefused);
  const stick = mkdtempSync(join(tmpdir(), 'cauda-e2e-stick-'));
  const elsewhere = mkdtempSync(join(tmpdir(), 'cauda-e2e-'));
  const patient = await registerPatient(page);
  const { id, sequence } = await assess(page, patient.id, { 'provoke.walking': true });
  const conclusion = { agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn: null } as const;
  const concluding = { assessmentId: id, conclusion: { ...conclusion, workingDiagnosis: ['neurogenic-claudication' as const] } };
  await call(page, 'assessments', 'conclude', { ...concluding, idempotencyId: crypto.randomUUID() });
  const signed = await call(page, 'assessments', 'sign', { assessmentId: id, seen: sequence, idempotencyId: crypto.randomUUID() });
  await go(page, practice, '/practice/backup');
  await page.getByLabel(say('export.folder')).fill(stick);
  await page.getByRole('button', { name: say('export.do') }).click();
  await expect(page.getByText(/rows written to .*\.jsonl/u)).toBeVisible();
  const [name = ''] = readdirSync(stick);
  const whole = readFileSync(join(stick, name), 'utf8');

  const other = await startCauda(['--data', elsewhere]);
  await page.goto(other.address);
  await page.getByRole('button', { name: say('import.first-run') }).click();
  await page.getByLabel(say('import.path')).fill(join(stick, 'nowhere'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^There is no file of this name/u)).toBeVisible();
  await page.getByLabel(say('import.path')).fill(stick);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: /^Valley Spine Practice · / })).toBeChecked();
  expect((await new AxeBuilder({ page }).analyze()).violations.map((violation) => violation.id)).toEqual([]);

  const bring = async () => {
    await page.getByLabel(say('import.passphrase', { name: person.name }), { exact: true }).fill(fresh);
    await page.getByLabel(say('passphrase.again'), { exact: true }).fill(fresh);
    await page.keyboard.press('Enter');
  };
  // A file that was cut on its way: where, in words, and nothing is left.
  const lines = whole.trimEnd().split('\n');
  writeFileSync(join(stick, name), lines.slice(0, -1).join('\n'));
  await bring();
  await expect(page.getByRole('alert')).toHaveText(
    words.say('error.file-refused', { field: 'short', limit: String(lines.length - 1), sequence: null }),
  );
  expect(readdirSync(elsewhere).filter((each) => each.includes('.cauda'))).toEqual([]);

  writeFileSync(join(stick, name), whole);
  await bring();
  await expect(page.getByRole('heading', { name: say('recovery-key.title') })).toBeVisible({ timeout: 30_000 });
  await page.getByLabel(say('recovery-key.confirm')).check();
  await page.getByRole('button', { name: say('recovery-key.go') }).click();
  await isOpen(page);
  await expect(page.getByText('ALVAREZ, Ruth')).toBeVisible();
  const there = await call(page, 'assessments', 'open', { assessmentId: id });
  expect(there.signature).toEqual(signed.signature);
  expect(there.answers).toEqual(signed.answers);
  await go(page, other, `/patients/${patient.id}/assessments/${id}`);
  await expect(page.getByText(signed.signature?.checkCode ?? '')).toBeVisible();

  await go(page, other, '/practice/audit');
  await page.getByRole('button', { name: say('audit.verify') }).click();
  await expect(page.getByText(/^Verified .* unbroken, 1 signed assessment intact/u)).toBeVisible();
  await expect(page.getByText(say('replay.counted', { same: 1, known: 1 }))).toBeVisible();
  for (const folder of [stick, elsewhere]) rmSync(folder, { recursive: true, force: true });
});
