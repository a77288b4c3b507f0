import { expect, test } from 'vitest';
import { findingAt, firstOfSection, inOrder, sectionOf } from '../../../../renderer/assessment/intake/place-in-form.ts';
import { createCatalogue } from '../../../../shared/findings/catalogue.ts';
import type { Finding } from '../../../../shared/findings/finding.ts';
import { formOf } from '../../../../shared/findings/form.ts';

const finding = (id: string, section: string): Finding => ({
  id,
  section,
  type: 'boolean',
  label: id,
  definition: id,
  cost: { class: 'question', minutes: 1 },
});
const section = (id: string) => ({ id, label: id, question: id, block: 'history' as const });
const form = formOf(
  createCatalogue([finding('a', 'one'), finding('b', 'one'), finding('c', 'two')], [section('one'), section('none'), section('two')]),
);

test('sections without findings are left out', () => {
  expect(form.map((each) => each.section.id)).toEqual(['one', 'two']);
  expect(inOrder(form)).toEqual(['a', 'b', 'c']);
  expect(sectionOf(form, 'c')?.section.id).toBe('two');
});

test('moving goes on into the next section and stops at the ends', () => {
  expect(findingAt(form, 'a', 1)).toBe('b');
  expect(findingAt(form, 'b', 1)).toBe('c');
  expect(findingAt(form, 'c', 1)).toBe('c');
  expect(findingAt(form, 'a', -1)).toBe('a');
  expect(findingAt(form, null, 1)).toBe('a');
});

test('going on passes over what is pointless to ask', () => {
  expect(findingAt(form, 'a', 1, (id) => id === 'b')).toBe('c');
});

test('section keys go to the first finding of the section before and after', () => {
  expect(firstOfSection(form, 'b', 1)).toBe('c');
  expect(firstOfSection(form, 'c', -1)).toBe('a');
  expect(firstOfSection(form, 'c', 1)).toBe('c');
});
