import { expect, test } from 'vitest';
import { changeOf, unimportantBand } from '../../../../shared/outcomes/change.ts';
import { series } from '../../../../shared/outcomes/series.ts';

const of = (finding: string) => {
  const found = series.find((each) => each.finding === finding);
  if (found === undefined) throw new Error(finding);
  return found;
};
const [distance, pain, zcq, psfs] = [of('walk.total-m'), of('symptom.leg-pain-nrs'), of('outcome.zcq-symptom'), of('outcome.psfs')];
const change = (which: typeof distance, ...values: readonly number[]) =>
  changeOf(
    which,
    values.map((value, index) => ({ day: `2026-0${index + 1}-01`, value })),
  );

test.each([
  [180, 520, 'nearly-tripled'],
  [100, 300, 'tripled'],
  [100, 320, 'more-than-tripled'],
  [100, 200, 'doubled'],
  [100, 190, 'nearly-doubled'],
  [100, 250, 'more-than-doubled'],
  [100, 150, 'risen'],
  [100, 104, 'little'],
  [100, 100, 'unchanged'],
  [100, 80, 'fallen'],
  [100, 50, 'halved'],
  [100, 20, 'more-than-halved'],
])('a distance from %i to %i is said as %s', (first, last, word) => {
  expect(change(distance, first, last)?.word).toBe(word);
});

test('a pain of 6 is not twice a pain of 3', () => {
  expect(change(pain, 3, 6)?.word).toBe('risen');
  expect(change(pain, 8, 4)?.word).toBe('fallen');
  expect(change(pain, 5, 4)?.word).toBe('little');
});

test('nothing can be a multiple of a distance of nought', () => {
  expect(change(distance, 0, 50)?.word).toBe('risen');
});

test('better is what is better for the patient', () => {
  expect(change(distance, 100, 200)?.direction).toBe('better');
  expect(change(pain, 4, 6)?.direction).toBe('worse');
  expect(change(psfs, 4, 6)?.direction).toBe('better');
  expect(change(pain, 4, 4)?.direction).toBe('none');
});

test('a change is important from the published difference on, in binary fractions too', () => {
  expect(change(pain, 7, 5)?.important).toBe('passed');
  expect(change(pain, 7, 6)?.important).toBe('within');
  expect(change(zcq, 2.41, 2.2)?.important).toBe('passed');
  expect(change(zcq, 2.4, 2.2)?.important).toBe('within');
  expect(change(distance, 10, 1000)?.important).toBe('unknown');
});

test('one value is no change, and none is nothing', () => {
  expect(change(pain, 5)).toMatchObject({ word: 'single', direction: 'none' });
  expect(change(pain)).toBeNull();
});

test('the quiet band stays within the scale', () => {
  expect(unimportantBand(pain, 9)).toEqual([7, 10]);
  expect(unimportantBand(pain, 1)).toEqual([0, 3]);
  expect(unimportantBand(distance, 100)).toBeNull();
});
