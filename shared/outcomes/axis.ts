import { dayOfParts, daysBetween } from '../calendar/days.ts';

const monthSteps = [1, 2, 3, 6, 12, 24, 60] as const;
const daysOfMonth = 30.4;

/** The first days of months between two days: as dense as `most` allows, every one, second, third, sixth month or year. */
export function monthTicks(from: string, to: string, most: number): readonly string[] {
  const wanted = daysBetween(from, to) / daysOfMonth / most;
  const step = monthSteps.find((each) => each >= wanted) ?? 120;
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  let at = year * 12 + (month - 1) + (date > 1 ? 1 : 0);
  at += (step - (at % step)) % step;
  const ticks: string[] = [];
  for (;;) {
    const tick = dayOfParts(Math.floor(at / 12), (at % 12) + 1, 1);
    if (tick === null || tick > to) return ticks;
    ticks.push(tick);
    at += step;
  }
}

/** Round values from `low` to at least `high`, in at most five steps of 1, 2 or 5. */
export function valueTicks(low: number, high: number): readonly number[] {
  const span = high > low ? high - low : 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5].map((each) => each * power).find((each) => span / each <= 5.000001) ?? 10 * power;
  const count = Math.max(1, Math.ceil(span / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toPrecision(12)));
}

/** Both ends of a scale that has two, and the middle. */
export function scaleTicks(low: number, high: number): readonly number[] {
  return [low, (low + high) / 2, high];
}
