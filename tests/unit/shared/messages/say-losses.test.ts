import { expect, test } from 'vitest';
import { kindsOfRows, type Losses } from '../../../../shared/contract/keeping.ts';
import { sayLosses } from '../../../../shared/messages/say-losses.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const words = createWords();
const nothing: Losses = {
  missing: [],
  perhaps: [],
  pages: { all: 60, unreadable: 0, withoutRows: 0, unplaced: 0 },
  damagedInLog: 0,
  firstPageLost: false,
  checked: true,
};

test('where nothing is lost it says so, and nothing else', () => {
  expect(sayLosses(words, nothing)).toEqual(['Nothing is missing.']);
  const index = { ...nothing, pages: { all: 1200, unreadable: 1, withoutRows: 1, unplaced: 0 } };
  expect(sayLosses(words, index)).toEqual([
    'Nothing is missing.',
    '1 page of the file’s 1,200 cannot be read; 1 of them held only what is worked out anew.',
  ]);
});

test('what is lost is said in the user’s words, first', () => {
  const losses: Losses = {
    missing: [
      { of: 'patient', rows: 1 },
      { of: 'answer', rows: 1200 },
    ],
    perhaps: ['document'],
    pages: { all: 60, unreadable: 3, withoutRows: 0, unplaced: 1 },
    damagedInLog: 2,
    firstPageLost: true,
    checked: false,
  };
  expect(sayLosses(words, losses)).toEqual([
    'Missing, at least: 1 patient and 1,200 answers.',
    'Perhaps missing as well: documents.',
    '3 pages of the file’s 60 cannot be read; of 1 nothing tells what it held.',
    words.say('salvage.log', { frames: 2 }),
    words.say('salvage.first-page'),
    words.say('salvage.unchecked'),
  ]);
});

test.each(kindsOfRows)('%s has a name in the user’s words', (of) => {
  const [missing] = sayLosses(words, { ...nothing, missing: [{ of, rows: 2 }] });
  const [perhaps] = sayLosses(words, { ...nothing, perhaps: [of] });
  for (const said of [missing, perhaps]) expect(said).not.toContain('salvage.');
});

test('a file that could not be checked is never called whole', () => {
  expect(sayLosses(words, { ...nothing, checked: false })).not.toContain('Nothing is missing.');
});
