import { expect, test } from 'vitest';
import { readTyped } from '../../../../renderer/controls/entered-number.ts';
import type { GivenAnswer } from '../../../../renderer/controls/given-answer.ts';
import { createCatalogue } from '../../../../shared/findings/catalogue.ts';
import type { NumberFinding } from '../../../../shared/findings/finding.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const pressure: NumberFinding = {
  id: 'made-up.ankle',
  section: 'vascular',
  type: 'integer',
  label: 'Ankle pressure, left posterior tibial',
  definition: 'Ankle pressure',
  unit: 'mmHg',
  possible: [0, 300],
  usual: [40, 220],
  decimals: 0,
  units: [{ unit: 'kPa', factor: 7.5, offset: 0 }],
  cost: { class: 'bedside-test', minutes: 5 },
};
const words = createWords('en', createCatalogue([pressure]));
const earlier: GivenAnswer = { state: 'present', value: 130, entered: null };

test('an impossible value is refused by name, with the bounds and what is kept', () => {
  expect(readTyped(pressure, '1300', earlier, words)).toEqual({
    kind: 'refused',
    reason: 'Ankle pressure, left posterior tibial: 1300 mmHg is not possible (0 to 300). The earlier value, 130, is kept.',
  });
  expect(readTyped(pressure, '1300', undefined, words)).toMatchObject({ reason: expect.stringContaining('Nothing was recorded.') });
});

test('what is no number, no unit known here, or no whole number is refused in words', () => {
  expect(readTyped(pressure, 'high', earlier, words)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('not a number') });
  expect(readTyped(pressure, '120 psi', earlier, words)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('mmHg, kPa') });
  expect(readTyped(pressure, '120.5', earlier, words)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('whole') });
});

test('a rare value is asked to be confirmed, with the answer ready', () => {
  expect(readTyped(pressure, '20', earlier, words)).toEqual({
    kind: 'unusual',
    question: 'Ankle pressure, left posterior tibial: 20 mmHg is unusual (usually 40 to 220 mmHg). Press Enter again if it is right.',
    answer: { state: 'present', value: 20, entered: { text: '20', unit: 'mmHg' } },
  });
});

test('another unit is read and kept as typed; an empty field takes the answer back', () => {
  expect(readTyped(pressure, '16 kPa', earlier, words)).toEqual({
    kind: 'answer',
    answer: { state: 'present', value: 120, entered: { text: '16 kPa', unit: 'kPa' } },
  });
  expect(readTyped(pressure, ' ', earlier, words)).toMatchObject({ kind: 'answer', answer: { state: 'not-asked', value: null } });
});
