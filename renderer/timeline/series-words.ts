import type { Change } from '../../shared/outcomes/change.ts';
import { importantPoints } from '../../shared/outcomes/change.ts';
import { type Point, runsOf } from '../../shared/outcomes/points.ts';
import type { Series } from '../../shared/outcomes/series.ts';
import type { ScreenWords } from '../app/words/use-words.ts';

type Says = Pick<ScreenWords, 'say' | 'sayOf'>;

/** A month as an axis names it: Mar 2025. */
export function monthWords(day: string, { say, sayOf }: Says): string {
  return say('timeline.month', { month: sayOf(`month.${Number(day.slice(5, 7))}`), year: day.slice(0, 4) });
}

/** A value with its unit: 520 m; a bare score stays bare. */
export function valueWords(series: Series, value: number, { say, sayOf }: Says): string {
  const { unit, decimals } = series.definition;
  const rounded = Number(value.toFixed(Math.max(decimals, 0)));
  if (unit === null) return say('timeline.value', { value: rounded });
  const beside = sayOf(`timeline.unit-beside.${unit}`);
  return say('timeline.value-with-unit', { value: rounded, unit: beside.startsWith('timeline.') ? unit : beside });
}

/** The chart's answer: "Distance walked has nearly tripled since Mar 2025". */
export function changeTitle(series: Series, change: Change, words: Says): string {
  return words.sayOf(`change.title.${change.word}`, {
    name: series.name,
    first: valueWords(series, change.first.value, words),
    last: valueWords(series, change.last.value, words),
    month: monthWords(change.first.day, words),
  });
}

/** What the chart shows and how it is to be read, in one line of small print. */
export function smallPrint(series: Series, points: readonly Point[], words: Says): string {
  const { say, sayOf } = words;
  const { unit } = series.definition;
  const [low, high] = series.range;
  const important = importantPoints(series.important);
  const unitName = unit === null ? null : sayOf(`timeline.unit.${unit}`);
  return [
    unit === null ? null : unitName === `timeline.unit.${unit}` ? unit : unitName,
    high === null ? null : say('timeline.scale', { low, high }),
    important === null ? say('timeline.no-important') : say('timeline.important', { points: important }),
    runsOf(points).length > 1 ? say('timeline.gap') : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
