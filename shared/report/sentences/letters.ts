/** A label as it stands inside a sentence: "Leg pain" becomes "leg pain"; "MRI", "X-ray", "eGFR" and "L5" stay. */
export function inSentence(label: string): string {
  return /^\p{Lu}(?:\p{Ll}|\s)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** As the beginning of a sentence; eGFR and its like keep their small letter. */
export function asStart(text: string): string {
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whole sentences from fragments, each closed with a full stop unless it has an end of its own. */
export function asSentences(fragments: readonly string[]): string {
  return fragments
    .filter((fragment) => fragment !== '')
    .map((fragment) => (/[.!?]$/.test(fragment) ? asStart(fragment) : `${asStart(fragment)}.`))
    .join(' ');
}
