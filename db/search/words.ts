import { foldedWords, joinedWords, shortestPart } from './fold.ts';

/** A word of a search, in every form that it may stand in. */
export type Word = readonly string[];

/** Digits, and what people write between them. */
const numberLike = /^[\d\s()+/.-]+$/u;
/** How a number begins that is dialled from abroad; the country's part has one to three digits. */
const fromAbroad = /^\s*(?:\+|00)/u;
/** Fewer digits than that of a phone number would be found in everything. */
const shortestNational = 6;

/** A number however it is parted; that of a phone also without the noughts it begins with, and without the country, as it may have been registered. */
function numberForms(typed: string, isDate: boolean): Word {
  const digits = typed.replaceAll(/\D/gu, '');
  if (isDate) return [digits];
  const bare = digits.replace(/^0+/u, '');
  const national = fromAbroad.test(typed) ? [1, 2, 3].map((country) => bare.slice(country)) : [];
  const others = [...(bare.length >= shortestPart ? [bare] : []), ...national.filter(({ length }) => length >= shortestNational)];
  return [...new Set([digits, ...others])];
}

/**
 * The ways to read what is typed: with each name and number as one word, and where that differs, parted at what stands within one. In each, all
 * words must match, each in any of its forms.
 */
export function readingsOf(typed: string, isDate = false): readonly (readonly Word[])[] {
  if (numberLike.test(typed)) return /\d/u.test(typed) ? [[numberForms(typed, isDate)]] : [];
  const [together, parted] = [joinedWords(typed), foldedWords(typed)];
  return together.length === parted.length ? [parted] : [together, parted];
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
