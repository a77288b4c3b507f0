import { expect, test } from 'vitest';
import { bestMatches, matchRank } from '../../../../renderer/app/find-anything/matches.ts';

test('every word typed must begin a word of the text, in any order, whatever case and accents', () => {
  expect(matchRank('Ankle-brachial index, left', 'ank bra')).not.toBeNull();
  expect(matchRank('Ankle-brachial index, left', 'left index')).not.toBeNull();
  expect(matchRank('Escrivá, Yolanda', 'escriva')).toBe(0);
  expect(matchRank('Ankle-brachial index, left', 'rachial')).toBeNull();
  expect(matchRank('Ankle-brachial index, left', '')).toBeNull();
});

test('what begins with the search comes first, and no more than asked', () => {
  const texts = ['Leaning on a cart', 'Cart helps', 'Carotid bruit', 'Heart'];
  expect(bestMatches(texts, (text) => text, 'car', 10)).toEqual(['Cart helps', 'Carotid bruit', 'Leaning on a cart']);
  expect(bestMatches(texts, (text) => text, 'car', 1)).toEqual(['Cart helps']);
});
