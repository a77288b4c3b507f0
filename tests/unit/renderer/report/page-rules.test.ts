import { expect, test } from 'vitest';
import { cssText, pageRules } from '../../../../renderer/report/paper/page-rules.ts';
import { fileName } from '../../../../renderer/report/use-output.ts';

test.each([
  ['O’Brien', '"O’Brien"'],
  ['a "quoted" name', '"a \\22 quoted\\22  name"'],
  ['back\\slash', '"back\\5c slash"'],
  ['two\nlines', '"two\\a lines"'],
  ['</style><script>', '"\\3c /style>\\3c script>"'],
])('%s stands in a margin box as it was typed', (text, css) => {
  expect(cssText(text)).toBe(css);
});

test('every page carries the patient, the practice, the record and page x of y', () => {
  const rules = pageRules({ running: { head: 'ALVAREZ, Ruth', headRight: 'Valley', foot: 'Cauda' } }, 'Letter', { page: 'Page', of: 'of' });
  expect(rules).toContain('size: Letter');
  expect(rules).toMatch(/@top-left \{ content: "ALVAREZ, Ruth"/u);
  expect(rules).toMatch(/@top-right \{ content: "Valley"/u);
  expect(rules).toMatch(/@bottom-left \{ content: "Cauda"/u);
  expect(rules).toContain('"Page " counter(page) " of " counter(pages)');
});

test('a file’s name holds nothing that a system refuses', () => {
  expect(fileName('Report, A/B: "C" <D>?')).toBe('Report, A B C D.pdf');
});
