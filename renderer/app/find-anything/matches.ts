/** Letters as they are compared: without case and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/**
 * How well a text answers a search: 0 best; null where it does not. Every word of the search must begin a word of the text, in any
 * order; a text that begins with the whole search is best, then one whose first word is meant.
 */
export function matchRank(text: string, search: string): number | null {
  const wanted = folded(search).split(/\s+/u).filter(Boolean);
  const words = folded(text)
    .split(/[\s,.()/-]+/u)
    .filter(Boolean);
  if (wanted.length === 0 || !wanted.every((part) => words.some((word) => word.startsWith(part)))) return null;
  if (folded(text).startsWith(folded(search).trim())) return 0;
  return words[0]?.startsWith(wanted[0] ?? '') === true ? 1 : 2;
}

/** The best answers to a search, at most so many, each by the text given for it. */
export function bestMatches<T>(items: readonly T[], textOf: (item: T) => string, search: string, most: number): readonly T[] {
  return items
    .flatMap((item, index) => {
      const rank = matchRank(textOf(item), search);
      return rank === null ? [] : [{ item, rank, index }];
    })
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, most)
    .map(({ item }) => item);
}
