import { expect, test } from 'vitest';
import { createWords } from '../../../../shared/messages/words.ts';
import { identityBlock, runningHead } from '../../../../shared/report/identity.ts';
import { draft, inputFor } from './record.ts';

const words = createWords();
const { patient } = inputFor(draft([]));
const said = (on: string, deceasedOn: string | null) => {
  const block = identityBlock({ ...patient, deceasedOn }, on, words);
  return block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : '';
};

test('a sheet says who has died, when and at what age, on its head and on every page', () => {
  expect(said('2026-11-24', '2026-11-02')).toContain(' · died 2-Nov-2026, aged 72 y');
  expect(runningHead({ ...patient, deceasedOn: '2026-11-02' }, words)).toMatch(/ · died 2-Nov-2026$/u);
  expect(said('2026-11-24', null)).not.toContain('died');
  expect(runningHead(patient, words)).not.toContain('died');
});

test('nobody grows older after death', () => {
  expect(said('2026-11-24', '2025-01-01')).toContain('(70 y)');
  expect(said('2024-11-24', '2025-01-01')).toContain('(70 y)');
  expect(said('2023-11-24', '2025-01-01')).toContain('(69 y)');
});
