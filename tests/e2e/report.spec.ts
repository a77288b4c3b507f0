import { call } from './running/call.ts';
import { assess, registerPatient } from './running/patients.ts';
import { ruth } from './running/patients-facts.ts';
import { readPdf, wordsOf } from './running/pdf.ts';
import { expect, go, person, test, words } from './running/test.ts';

const millimetre = 72 / 25.4;
const asPaper = { tagged: true, outline: true, preferCSSPageSize: true } as const;

test('the report prints: text, title, language, tags, sizes, and the patient on every page', async ({ page, practice }) => {
  const patient = await registerPatient(page, 'O’Brien "Red"', 'Ruth');
  const draft = await assess(page, patient.id, ruth);
  await call(page, 'assessments', 'conclude', {
    assessmentId: draft.id,
    conclusion: {
      workingDiagnosis: ['neurogenic-claudication'],
      agreement: 'agrees',
      reason: '',
      note: 'Peripheral artery disease not excluded.',
      plan: 'Ankle-brachial index, both legs.',
      forPatient: 'Keep walking; lean on a cart if that helps.',
      reviewOn: null,
    },
    idempotencyId: crypto.randomUUID(),
  });
  await go(page, practice, `/patients/${patient.id}/assessments/${draft.id}/report`);
  await expect(page.getByRole('heading', { name: words.say('doc.report.heading') })).toBeVisible();

  await test.step('a draft says so', async () => {
    const pdf = await readPdf(await page.pdf(asPaper));
    expect(pdf.pages.map(wordsOf).join(' ')).toContain(words.say('signature.draft'));
  });

  const signed = await call(page, 'assessments', 'sign', {
    assessmentId: draft.id,
    seen: draft.sequence,
    idempotencyId: crypto.randomUUID(),
  });
  await page.reload();
  await expect(page.getByText(signed.signature?.checkCode ?? '').first()).toBeVisible();
  const pdf = await readPdf(await page.pdf(asPaper));
  const text = pdf.pages.map(wordsOf).join(' ');

  await test.step('its words', () => {
    expect(text).toContain('numbness of leg or foot and low back pain, in both legs, unevenly, for 14 months, of gradual onset');
    expect(text).toContain('No cramps or cramp-like ache. Not known: tingling.');
    expect(text).toContain('Not known whether relieved by: standing still.');
    expect(text).toContain('eGFR 48 mL/min/1.73 m²');
    expect(text).toContain('Ankle-brachial index, both legs.');
    expect(text).toContain(`${person.name} · signed electronically`);
    expect(text).toContain(`Check code ${signed.signature?.checkCode}`);
    expect(text).not.toContain('DRAFT');
  });

  await test.step('its frame: title, language, patient and page on every page', () => {
    expect(pdf.title).toMatch(/^Leg symptom assessment, O’BRIEN "RED" Ruth, \d{1,2}-[A-Z][a-z]{2}-\d{4}$/u);
    expect(pdf.language).toBe('en');
    for (const [index, each] of pdf.pages.entries()) {
      expect(wordsOf(each)).toContain('O’BRIEN "RED", Ruth · 12-Mar-1954 · female · No. ');
      expect(wordsOf(each)).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
    }
  });

  await test.step('its structure: headings, tables, figures with their meaning, an outline', () => {
    expect(pdf.marked).toBe(true);
    const roles = pdf.pages.flatMap((each) => each.roles);
    for (const role of ['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'Figure']) expect(roles).toContain(role);
    expect(pdf.outline).toContain(words.say('doc.report.heading'));
    expect(pdf.outline).toContain(words.say('doc.section.differential'));
    expect(pdf.pages.flatMap((each) => each.alternatives)[0]).toMatch(/%, interval .* %, likely$/u);
  });

  await test.step('its sizes: nothing was shrunk to fit', () => {
    const sizeOf = (wanted: string) => pdf.pages.flatMap((each) => each.texts).find((each) => each.text.includes(wanted))?.size;
    expect(sizeOf('Leg symptom')).toBeCloseTo(16, 0);
    expect(sizeOf('Conclusion')).toBeCloseTo(11, 0);
    expect(sizeOf('Peripheral artery')).toBeCloseTo(10, 0);
    expect(pdf.pages[0]?.width).toBeCloseTo(210 * millimetre, 0);
    expect(pdf.pages[0]?.height).toBeCloseTo(297 * millimetre, 0);
  });

  await test.step('neither rail nor buttons print', () => {
    expect(text).not.toContain(words.say('rail.evidence'));
    expect(text).not.toContain(words.say('report.copy'));
  });

  await test.step('a preview with as many pages as the paper has', async () => {
    await expect(page.getByText(`Page ${pdf.pages.length} of ${pdf.pages.length}`)).toHaveCount(1);
    await expect(page.getByText(`Page ${pdf.pages.length + 1} of`)).toHaveCount(0);
  });
});

test('Letter, where the practice prints on it', async ({ page, practice }) => {
  await call(page, 'settings', 'changePractice', { paper: 'Letter' });
  await page.reload();
  const patient = await registerPatient(page);
  const draft = await assess(page, patient.id, ruth);
  await go(page, practice, `/patients/${patient.id}/assessments/${draft.id}/report`);
  await expect(page.getByRole('heading', { name: words.say('doc.report.heading') })).toBeVisible();
  const pdf = await readPdf(await page.pdf(asPaper));
  expect(pdf.pages[0]?.width).toBeCloseTo(8.5 * 72, 0);
  expect(pdf.pages[0]?.height).toBeCloseTo(11 * 72, 0);
});

test('the patient’s page holds the clinician’s words and nothing of the program’s', async ({ page, practice }) => {
  const patient = await registerPatient(page);
  const draft = await assess(page, patient.id, ruth);
  await go(page, practice, `/patients/${patient.id}/assessments/${draft.id}/report`);
  await page.getByText(words.say('report.kind.patient-handout'), { exact: true }).click();
  await expect(page.getByText(words.say('report.no-words'))).toBeVisible();
  await call(page, 'assessments', 'conclude', {
    assessmentId: draft.id,
    conclusion: {
      workingDiagnosis: ['neurogenic-claudication'],
      agreement: 'agrees',
      reason: '',
      note: '',
      plan: '',
      forPatient: 'Keep walking; lean on a cart if that helps.',
      reviewOn: null,
    },
    idempotencyId: crypto.randomUUID(),
  });
  await page.reload();
  await page.getByText(words.say('report.kind.patient-handout'), { exact: true }).click();
  await expect(page.getByRole('heading', { name: words.say('doc.handout.heading') })).toBeVisible();
  const pdf = await readPdf(await page.pdf(asPaper));
  const text = pdf.pages.map(wordsOf).join(' ');
  expect(text).toContain('Keep walking; lean on a cart if that helps.');
  expect(text).not.toContain('%');
  expect(text).not.toMatch(/claudication/iu);
});

test('the blank intake prints from its key, in the screen’s order', async ({ page, practice }) => {
  const patient = await registerPatient(page);
  const draft = await assess(page, patient.id, {});
  await go(page, practice, `/patients/${patient.id}/assessments/${draft.id}/report`);
  await expect(page.getByRole('heading', { name: words.say('doc.report.heading') })).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { name: words.say('doc.intake.heading') })).toBeVisible();
  const pdf = await readPdf(await page.pdf(asPaper));
  const text = pdf.pages.map(wordsOf).join(' ');
  const places = ['Leg or buttock pain', 'Prolonged standing alone', 'Saddle numbness', 'Straight leg raise', 'Creatinine'].map((label) =>
    text.indexOf(label),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('what leaves the screen is on the audit trail before it leaves', async ({ page, context, practice }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const patient = await registerPatient(page);
  const draft = await assess(page, patient.id, ruth);
  await go(page, practice, `/patients/${patient.id}/assessments/${draft.id}/report`);
  await expect(page.getByRole('heading', { name: words.say('doc.report.heading') })).toBeVisible();
  const recorded = page.waitForRequest((request) => request.url().endsWith('/documents/copyText'));
  await page.keyboard.press('c');
  expect((await recorded).postDataJSON().json).toEqual({ sheet: { kind: 'assessment-report', assessmentId: draft.id } });
  await expect(page.getByText(words.say('report.copied'))).toBeVisible();
  // The blank intake, too, carries the patient's name.
  await page.keyboard.press('3');
  const again = page.waitForRequest((request) => request.url().endsWith('/documents/copyText'));
  await page.keyboard.press('c');
  expect((await again).postDataJSON().json).toEqual({ sheet: { kind: 'blank-intake', assessmentId: draft.id } });
  await page.keyboard.press('1');
  await page.keyboard.press('c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(words.say('doc.report.heading'));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Not known whether relieved by: standing still.');
});

test('a print by the browser’s own menu is on the trail too, and the program’s own print is not told of twice', async ({
  page,
  practice,
}) => {
  const patient = await registerPatient(page);
  const draft = await assess(page, patient.id, ruth);
  const told: unknown[] = [];
  page.on('request', (request) => {
    if (/\/documents\/(?:print|screenPrinted)$/u.test(request.url())) told.push(request.postDataJSON().json);
  });
  await go(page, practice, `/patients/${patient.id}/assessments/${draft.id}/report`);
  await expect(page.getByRole('heading', { name: words.say('doc.report.heading') })).toBeVisible();
  // As a browser with a dialog does it; one without a head does nothing.
  await page.evaluate(() => {
    window.print = () => void window.dispatchEvent(new Event('beforeprint'));
  });
  const reply = page.waitForResponse((response) => response.url().endsWith('/documents/print'));
  await page.keyboard.press('p');
  expect((await (await reply).json()).json).toEqual({ by: 'window' });
  await page.evaluate(() => window.print());
  await expect.poll(() => told).toEqual([{ sheet: { kind: 'assessment-report', assessmentId: draft.id } }, { patientId: patient.id }]);
});
