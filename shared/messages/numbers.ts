import type { Speaker } from './dates.ts';

/** A probability in whole per cent, never 0 or 100: "86 %", "under 1 %", "over 99 %". */
export function sayPercent(probability: number, words: Speaker): string {
  const percent = Math.round(probability * 100);
  if (percent < 1) return words.sayOf('percent.under', { percent: 1 });
  if (percent > 99) return words.sayOf('percent.over', { percent: 99 });
  return words.sayOf('percent.whole', { percent });
}

/** The whole per cent that a bar and its whisker stand at, kept within 1 to 99. */
export function wholePercent(probability: number): number {
  return Math.min(99, Math.max(1, Math.round(probability * 100)));
}

/** An interval of probabilities in whole per cent: "78 to 97 %"; one figure where both ends come to the same, "over 99 %". */
export function sayPercentRange([low, high]: readonly [number, number], words: Speaker): string {
  if (wholePercent(low) === wholePercent(high)) return sayPercent(high, words);
  return words.sayOf('percent.range', { low: wholePercent(low), high: wholePercent(high) });
}

/** A likelihood ratio with two significant figures: 6.4, 0.05, 13. */
export function sayRatio(ratio: number): string {
  return String(Number(ratio.toPrecision(2)));
}

const perNat = 1_000_000;

/** A weight in millionths of a nat as a ratio with two significant figures: "×6.4". */
export function sayWeight(micro: number, words: Speaker): string {
  return words.sayOf('ratio.times', { ratio: sayRatio(Math.exp(micro / perNat)) });
}

/** The interval of a weight: "4.1 to 9.9". */
export function sayWeightRange([low, high]: readonly [number, number], words: Speaker): string {
  return words.sayOf('ratio.range', { low: sayRatio(Math.exp(low / perNat)), high: sayRatio(Math.exp(high / perNat)) });
}

/** The time that learning a finding takes: "15 s", "10 min". */
export function sayMinutes(minutes: number, words: Speaker): string {
  return minutes < 1 ? words.sayOf('time.seconds', { seconds: Math.round(minutes * 60) }) : words.sayOf('time.minutes', { minutes });
}
