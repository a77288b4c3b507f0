import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { conditions } from '../../../../shared/classification/result.ts';
import { createWords } from '../../../../shared/messages/words.ts';
import { asText } from '../../../../shared/report/as-text.ts';
import { report } from '../../../../shared/report/assessment-report.ts';
import type { Block, SheetDocument } from '../../../../shared/report/document.ts';
import { answersFor, conclusion, draft, inputFor, signed, treatment } from './record.ts';

const cases = resolve(import.meta.dirname, '../../../cases');
const caseFiles = readdirSync(cases).filter((name) => name.endsWith('.case.json'));
const factsOf = (file: string) => JSON.parse(readFileSync(join(cases, file), 'utf8')).findings;
const classic = answersFor(factsOf('cart-lets-her-shop.case.json'));

function section(document: SheetDocument, id: string): readonly Block[] {
  const found = document.sections.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No section ${id}`);
  return found.blocks;
}

test.each(caseFiles)('%s reads without a hole', (file) => {
  const text = asText(report(inputFor(draft(answersFor(factsOf(file))))));
  expect(text).not.toMatch(/[{}]|undefined|NaN|\bnull\b/u);
  expect(text).not.toMatch(/\b(?:derived|instrument|symptom|provoke|relieve|exam|lab|imaging|redflag)\.[a-z]/u);
  expect(text).not.toMatch(/\b0 %|\b100 %/u);
});

test('the sections stand in the order in which a colleague reads', () => {
  const document = report(inputFor(signed(classic)));
  expect(document.sections.map((each) => each.id)).toEqual([
    'conclusion',
    'history',
    'examination',
    'differential',
    'red-flags',
    'instruments',
    'plan',
    'signature',
    'working',
    'sources',
  ]);
});

test('a draft says so at its head, at its foot and where it would be signed', () => {
  const document = report(inputFor(draft(classic)));
  expect(asText({ ...document, sections: [] })).toContain('DRAFT, not signed');
  expect(document.running.foot).toContain('DRAFT');
  expect(section(document, 'signature')).toEqual([{ kind: 'signature', parts: ['DRAFT, not signed', 'Signature and date'] }]);
});

test('a signed sheet names signer, time and check code, and nothing calls it a draft', () => {
  const document = report(inputFor(signed(classic)));
  expect(section(document, 'signature')).toEqual([
    {
      kind: 'signature',
      parts: ['Dr. M. Okafor · signed electronically 24-Nov-2026, 14:31', 'Check code 7F3A-91C2: compare with the record'],
    },
  ]);
  expect(document.running.foot).toContain('record 7F3A-91C2 · signed 24-Nov-2026, 14:31');
  expect(asText(document)).not.toContain('DRAFT');
});

test('a record that does not match its signature says so before anything else', () => {
  const [first] = report(inputFor(signed(classic, { intact: false }))).opening;
  expect(first).toMatchObject({ kind: 'alert', title: expect.stringContaining('DOES NOT MATCH') });
});

test('a signed sheet shows the result that was signed, whatever the rules say today', () => {
  const assessment = signed(classic);
  const result = structuredClone(assessment.signature?.result);
  const first = result?.differential[0];
  if (assessment.signature === null || result === undefined || first === undefined) throw new Error('Not signed');
  first.probability = 0.42;
  const text = asText(report(inputFor({ ...assessment, signature: { ...assessment.signature, result } })));
  expect(text).toContain('42 %');
});

test('the clinician’s conclusion stands first, with the reason where it overrides', () => {
  const assessment = { ...signed(classic), conclusion: { ...conclusion, agreement: 'overrides' as const, reason: 'femoral bruit heard' } };
  const texts = section(report(inputFor(assessment)), 'conclusion').map((block) => (block.kind === 'paragraph' ? block.runs[0]?.text : ''));
  expect(texts).toEqual([
    'Neurogenic claudication',
    'Peripheral artery disease not excluded.',
    'The clinician concludes otherwise than the ranked options below, because: femoral bruit heard',
  ]);
});

test('options are ranked with interval and reasons, and are called decision support', () => {
  const blocks = section(report(inputFor(draft(classic))), 'differential');
  const table = blocks.find((block) => block.kind === 'table');
  expect(table?.rows[0]?.cells[0]).toEqual({ kind: 'text', text: 'Neurogenic claudication' });
  expect(table?.rows[0]?.cells[1]).toMatchObject({ kind: 'bar', label: expect.stringMatching(/%, interval \d+ to \d+ %, likely$/u) });
  expect(table?.rows[0]?.cells[2]).toMatchObject({ text: expect.stringMatching(/^for: .*relieves it/u) });
  expect(JSON.stringify(blocks)).toContain('Decision support for clinicians');
});

test('a red flag is worded as findings that guidelines treat as urgent, with rule and source', () => {
  const { opening } = report(inputFor(draft(answersFor({ 'redflag.saddle-anaesthesia': true, 'symptom.low-back-pain': true }))));
  const alert = opening.find((block) => block.kind === 'alert');
  expect(alert?.title).toBe('Cauda equina syndrome: findings that guidelines treat as an emergency, today');
  expect(alert?.lines[0]).toBe('Found: saddle numbness.');
  expect(alert?.lines[1]).toMatch(/^Usual action: Same-day emergency MRI/u);
  expect(alert?.lines[2]).toMatch(/^Source: .+\.$/u);
});

test('red flags count what was asked, what is not known and what nobody asked', () => {
  const facts = { 'redflag.fever': false, 'redflag.saddle-anaesthesia': false, 'redflag.weight-loss': null };
  const [text] = section(report(inputFor(draft(answersFor(facts)))), 'red-flags');
  expect(text).toMatchObject({ runs: [{ text: '3 asked, none present, one not known. 15 were not asked.' }] });
});

test('N-CLASS never stands without saying that its weights are unverified', () => {
  const full = answersFor({
    ...factsOf('cart-lets-her-shop.case.json'),
    'exam.extension-30s': true,
    'exam.slr': false,
    'symptom.side': 'both',
  });
  const [list] = section(report(inputFor(draft(full))), 'instruments');
  const lines = list?.kind === 'list' ? list.items.filter((item) => item.startsWith('N-CLASS')) : [];
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('weights unverified');
  expect(lines[0]).not.toContain('cut-off');
});

test('the plan holds the clinician’s words, the review and what was tried', () => {
  const text = asText(report(inputFor(signed(classic), undefined, { treatments: [treatment] })));
  expect(text).toContain('Ankle-brachial index, both legs.');
  expect(text).toContain('Review on 5-Jan-2027.');
  expect(text).toContain(
    '- 1; What: Flexion-based exercise: twice a week; Since: 1-Sep-2026; Response: better: walks 200 m further; Review: 5-Jan-2027',
  );
});

test('every figure of the working names a source that the appendix lists', () => {
  const document = report(inputFor(draft(classic)));
  const table = section(document, 'working').find((block) => block.kind === 'table');
  const numbers = (table?.rows ?? []).flatMap((row) =>
    [...(row.cells[2]?.text ?? '').matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1])),
  );
  const list = section(document, 'sources').find((block) => block.kind === 'list');
  expect(numbers.length).toBeGreaterThan(5);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(list?.items.length ?? 0);
  expect(new Set(numbers).size).toBe(Math.max(...numbers));
});

test('a condition is never named by its id', () => {
  const text = asText(report(inputFor(draft(classic))));
  const words = createWords();
  for (const condition of conditions) if (words.say(`condition.${condition}`) !== condition) expect(text).not.toContain(condition);
});

test('what rests on clinical description and not on a study says so', () => {
  const table = section(report(inputFor(draft(answersFor({ 'relieve.shopping-cart': true, 'provoke.walking': true })))), 'working').find(
    (block) => block.kind === 'table',
  );
  const sourceOf = (name: string) => table?.rows.find((row) => row.cells[0]?.text === name)?.cells[2]?.text;
  expect(sourceOf('Leaning on a cart relieves it')).toMatch(/judgement$/u);
});
