import { foldedWords, shortestPart } from './fold.ts';

/** A word of a search, in every form that it may stand in. */
export type Word = readonly string[];

/** Digits, and what people write between them. */
const numberLike = /^[\d\s()+/.-]+$/u;

/** The words that must all match, each in any of its forms; a number is one word, however it is parted. */
export function wordsOf(search: string): readonly Word[] {
  if (!numberLike.test(search)) return foldedWords(search);
  const digits = search.replaceAll(/\D/gu, '');
  return digits === '' ? [] : [[digits]];
}

/** A word with this many letters or more in each form can be found as a part; a shorter one as a beginning alone. */
export const hasParts = (word: Word) => word.every((form) => [...form].length >= shortestPart);

/** How well a search matches: 0 whole words, 1 beginnings of words, 2 any part. */
export type Rank = 0 | 1 | 2;

/** How well all words match a folded text of words between spaces; null where one of them is not in it. */
export function rankIn(text: string, words: readonly Word[]): Rank | null {
  const between = ` ${text} `;
  const whole = (word: Word) => word.some((form) => between.includes(` ${form} `));
  const beginning = (word: Word) => word.some((form) => between.includes(` ${form}`));
  if (words.every(whole)) return 0;
  if (words.every(beginning)) return 1;
  return words.every((word) => (hasParts(word) ? word.some((form) => text.includes(form)) : beginning(word))) ? 2 : null;
}
