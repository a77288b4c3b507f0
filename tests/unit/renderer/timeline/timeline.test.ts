import { expect, test } from 'vitest';
import { changeTitle, smallPrint, valueWords } from '../../../../renderer/timeline/series-words.ts';
import { spanOf } from '../../../../renderer/timeline/time-range.ts';
import { treatmentBands } from '../../../../renderer/timeline/treatment-bands.ts';
import { headlines } from '../../../../renderer/timeline/use-timeline.ts';
import { measurementsOfTest } from '../../../../renderer/timeline/walking-test-values.ts';
import type { Treatment } from '../../../../shared/contract/treatments.ts';
import { createWords } from '../../../../shared/messages/words.ts';
import { changeOf } from '../../../../shared/outcomes/change.ts';
import { series } from '../../../../shared/outcomes/series.ts';

const words = createWords();
const of = (finding: string) => {
  const found = series.find((each) => each.finding === finding);
  if (found === undefined) throw new Error(finding);
  return found;
};
const distance = of('walk.total-m');
const pain = of('symptom.leg-pain-nrs');
const points = (...values: readonly number[]) => values.map((value, index) => ({ day: `2025-0${index + 3}-20`, value }));

test('the title is the answer', () => {
  const title = (which: typeof pain, ...values: readonly number[]) => {
    const change = changeOf(which, points(...values));
    return change === null ? '' : changeTitle(which, change, words);
  };
  expect(title(distance, 180, 160, 520)).toBe('Walking distance has nearly tripled since Mar 2025');
  expect(title(pain, 7, 5, 3)).toBe('Leg pain has fallen from 7 to 3 since Mar 2025');
  expect(title(pain, 7, 5, 7)).toBe('Leg pain is where it was in Mar 2025');
  expect(title(distance, 1300)).toBe('Walking distance: 1,300 m in Mar 2025');
});

test('values have their unit, and no more decimals than the catalogue shows', () => {
  expect(valueWords(distance, 179.832, words)).toBe('180 m');
  expect(valueWords(of('cramp.per-week'), 1, words)).toBe('1 a week');
  expect(valueWords(of('outcome.zcq-symptom'), 2.4, words)).toBe('2.4');
});

test('the small print says what is shaded and where no line is drawn', () => {
  expect(smallPrint(pain, points(7, 5), words)).toBe('0 to 10 · shaded: within 2 of the first value, too little to matter');
  expect(smallPrint(distance, [...points(100), { day: '2026-03-01', value: 200 }], words)).toBe(
    'metres · no important difference is published for this measure · no line where nothing was measured for five months',
  );
});

test('the overview shows what is measured most often, of what one can do and of what one feels', () => {
  const shown = headlines([
    { series: distance, points: points(1) },
    { series: pain, points: points(1, 2, 3) },
    { series: of('provoke.standing-minutes'), points: points(1, 2) },
    { series: of('outcome.odi-percent'), points: points(1, 2, 3, 4) },
  ]);
  expect(shown.map((each) => each.series.finding)).toEqual(['provoke.standing-minutes', 'symptom.leg-pain-nrs']);
});

test('where nothing is followed of what one can do, two symptoms stand', () => {
  const shown = headlines([
    { series: pain, points: points(1, 2) },
    { series: of('symptom.back-pain-nrs'), points: points(1) },
    { series: of('cramp.per-week'), points: points(1, 2, 3) },
    { series: of('outcome.odi-percent'), points: points(1, 2, 3, 4) },
  ]);
  expect(shown.map((each) => each.series.finding)).toEqual(['cramp.per-week', 'symptom.leg-pain-nrs']);
});

test('a span ends a little after today and begins with its range', () => {
  expect(spanOf('quarter', [], '2026-11-24')).toEqual({ from: '2026-08-24', to: '2026-11-26' });
  expect(spanOf('all', ['2025-11-24', '2026-02-01'], '2026-11-24')).toEqual({ from: '2025-11-18', to: '2026-11-30' });
});

const treatment = (id: string, name: string, startedOn: string, endedOn: string | null): Treatment => ({
  id,
  patientId: id,
  version: 1,
  personName: '',
  pathway: null,
  name,
  step: null,
  dose: '',
  startedOn,
  endedOn,
  response: null,
  responseNote: '',
  reviewOn: null,
});

test('treatments stand below the charts as bands, points, or open at the end', () => {
  const span = { from: '2026-01-01', to: '2027-01-01' };
  const bands = treatmentBands(
    [
      treatment('a', 'NSAID', '2026-02-01', '2026-03-01'),
      treatment('b', 'Epidural injection', '2026-06-01', '2026-06-01'),
      treatment('c', 'Exercise', '2025-01-01', null),
      treatment('d', 'Before all this', '2024-01-01', '2024-05-01'),
      treatment('e', 'Rehabilitation after surgery', '2026-12-20', null),
    ],
    span,
    730,
  );
  expect(bands.map((band) => [band.treatment.id, band.shape, band.labelSide])).toEqual([
    ['c', 'open', 'start'],
    ['a', 'band', 'start'],
    ['b', 'point', 'start'],
    ['e', 'open', 'end'],
  ]);
  expect(bands[0]).toMatchObject({ from: 0, to: 730, lane: 0 });
  expect(Math.round(bands[1]?.from ?? 0)).toBe(62);
  expect(bands.slice(1).every((band) => band.lane === 1)).toBe(true);
});

test('a walking test records only what was seen', () => {
  expect(measurementsOfTest({ total: 120, first: undefined, recoveryMinutes: null, on: '2026-11-24' })).toEqual([
    { finding: 'walk.total-m', value: 120, entered: { text: '120', unit: 'm' }, on: '2026-11-24', note: '' },
  ]);
  expect(
    measurementsOfTest({ total: 120, first: 60, recoveryMinutes: 2.5, on: '2026-11-24' }).map(({ finding, value }) => [finding, value]),
  ).toEqual([
    ['walk.total-m', 120],
    ['walk.first-symptom-m', 60],
    ['walk.recovery-minutes', 2.5],
  ]);
});
