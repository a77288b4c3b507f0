import { type Block, paragraph } from './document.ts';

/** A person's own words as they were typed: an empty line begins a new paragraph, a single line break is kept by the sheet. */
export function paragraphsOf(text: string): readonly Block[] {
  return text
    .split(/(?:\r?\n){2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(part));
}
