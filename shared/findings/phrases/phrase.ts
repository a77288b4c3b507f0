/**
 * How a report says a finding, where its label does not read well in a sentence; whatever is left out is made of the label. No article
 * before a noun, no capital, no full stop: the sentence gives them.
 */
export interface Phrase {
  /** In a list with others of its section: "numbness", or "outer hip" after "felt in the". */
  readonly noun?: string;
  /** A statement of its own, where the section's list does not fit: "straight leg raise positive". */
  readonly yes?: string;
  readonly no?: string;
  /** With the value in it: "recovered within {value}". A choice gives one for each option. */
  readonly value?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** After "not known:"; where left out, the noun. */
  readonly topic?: string;
  /** Stands in the section's opening sentence, at this place: "in both legs", "for 14 months". */
  readonly opening?: number;
}
