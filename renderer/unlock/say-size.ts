import type { ScreenWords } from '../app/words/use-words.ts';

const steps = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A file's size as people say it: 41 MB. */
export function saySize(bytes: number, { say }: Pick<ScreenWords, 'say'>): string {
  const power = bytes < 1 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return say('size.bytes', { value: value >= 10 ? Math.round(value) : Math.round(value * 10) / 10, unit: steps[power] ?? 'B' });
}
