import { expect, test } from 'vitest';
import { firstSentence } from '../../../../renderer/controls/first-sentence.ts';
import { shortCitation } from '../../../../renderer/controls/short-citation.ts';

test('a citation is named by first author and year, where it has them', () => {
  expect(shortCitation('Suri P, Rainville J, et al. Does this older adult. JAMA 2010;304:2628', 'suri2010')).toBe('Suri 2010');
  expect(shortCitation('van der Windt DA et al. Physical examination. Cochrane', 'vanderwindt2010')).toBe('van der Windt 2010');
  expect(shortCitation('Standard clinical knowledge, figure not checked', 'bestknowledge')).toBeNull();
});

test('an action’s first clause stands alone; measures and abbreviations do not end it', () => {
  expect(firstSentence('Same-day MRI; measure the residual. Then more.')).toEqual(['Same-day MRI', 'measure the residual. Then more.']);
  expect(firstSentence('Same-day MRI of the whole spine')).toEqual(['Same-day MRI of the whole spine', '']);
});
