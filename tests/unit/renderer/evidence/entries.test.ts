import { expect, test } from 'vitest';
import { entriesOf, foundEntries, usesOf } from '../../../../renderer/evidence/entries.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const entries = entriesOf(createWords());

test('every ratio, instrument, red flag and pre-test chance of the tables is an entry, and every source one that it leads to', () => {
  const sources = new Set(entries.filter((entry) => entry.kind === 'source').map((entry) => entry.id));
  for (const row of [...rules.tables.ratios, ...rules.tables.background]) expect(entries.some((entry) => entry.id === row.id)).toBe(true);
  for (const kind of [
    'instrument',
    'red-flag',
    'pretest',
    'age',
    'core',
    'conflict',
    'mechanism',
    'lab',
    'derived',
    'group',
    'pathway',
    'safety',
    'outcome',
  ] as const) {
    expect(entries.filter((entry) => entry.kind === kind).length).toBeGreaterThan(5);
  }
  for (const entry of entries) {
    expect(entry.sources.length).toBeGreaterThan(0);
    for (const source of entry.sources) expect(sources.has(source)).toBe(true);
  }
});

test('a source knows where it is used', () => {
  const [ratio] = rules.tables.ratios;
  if (ratio === undefined) throw new Error('No ratios');
  for (const source of ratio.sources) expect(usesOf(entries, source).some((use) => use.id === ratio.id)).toBe(true);
});

test('a search needs every word, in any field, and keeps to the kind', () => {
  const found = foundEntries(entries, 'suri 2010', 'sources');
  expect(found.map((entry) => entry.id)).toContain('suri2010');
  expect(found.every((entry) => entry.kind === 'source')).toBe(true);
  expect(foundEntries(entries, 'nothing-holds-this-word', null)).toEqual([]);
});

test('no entry shows an id of a message instead of its words', () => {
  for (const entry of entries) expect(`${entry.title} ${entry.figure}`).not.toMatch(/(?:condition|evidence|quality|setting)\.[a-z]/u);
});
