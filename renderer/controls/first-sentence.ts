/** A text's first sentence or clause, and what follows it. */
export function firstSentence(text: string): readonly [string, string] {
  const end = /(?<=\p{L}{2})[.;] /u.exec(text);
  return end === null ? [text, ''] : [text.slice(0, end.index), text.slice(end.index + 2).trim()];
}
