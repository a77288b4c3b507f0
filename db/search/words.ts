import { foldedWords } from './fold.ts';

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

/** How well a search matches: 0 whole words, 1 beginnings of words, 2 any part. */
export type Rank = 0 | 1 | 2;

/** How well all words match a folded text of words between spaces; null where one of them is not in it. */
export function rankIn(text: string, words: readonly Word[]): Rank | null {
  const all = (matches: (form: string) => boolean) => words.every((forms) => forms.some(matches));
  const between = ` ${text} `;
  if (all((form) => between.includes(` ${form} `))) return 0;
  if (all((form) => between.includes(` ${form}`))) return 1;
  return all((form) => text.includes(form)) ? 2 : null;
}
