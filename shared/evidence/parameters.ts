/** The few figures of the method that stand in no table. All enter the rules version. */
export interface Parameters {
  /** No row but a confirming test, and no sum of descriptions, weighs beyond this ratio. From the evidence tables' rules. */
  readonly highestRatio: number;
  /** A clinical description without a study weighs within 1/this and this. From the evidence tables' rules. */
  readonly describedRatio: number;
  /**
   * Findings come together more often than independence says: of what a condition's findings and composites give together beyond
   * `highestRatio`, either way, this share counts. Published: three items whose ratios multiply to 52 were observed to give 4.6
   * (suri2010 and cook2011); confirming tests are as given.
   */
  readonly shareBeyond: number;
  /**
   * A step dearer (question, examination, bedside test, laboratory, imaging) must promise so many times the information to be asked
   * before. Orders questions and weighs nothing; a judgement.
   */
  readonly dearer: number;
  /** What counts as clear: the only figures chosen on the published cases. */
  readonly clear: Clear;
}

/** When a condition may be concluded. Its core feature must be known present besides. */
interface Clear {
  /** Probability from which it leads. */
  readonly probability: number;
  /** Or, where the patient's own evidence for it (all but pre-test chance and age) has at least this ratio, from this probability. */
  readonly evidence: { readonly ratio: number; readonly probability: number };
  /** Its odds are at least this many times those of the next condition that is not concluded beside it. */
  readonly ahead: number;
  /** It accounts for more than this share of the findings that any condition accounts for. */
  readonly explains: number;
  /** A second condition is concluded beside it from this probability, with evidence of its own of at least this ratio. */
  readonly second: { readonly probability: number; readonly ratio: number };
}

export const parameters: Parameters = {
  highestRatio: 12,
  describedRatio: 3,
  shareBeyond: 0.5,
  dearer: 1.1,
  clear: {
    // Just under even: the published cases show the model too cautious there (of what it calls 40 to 50 %, three in four were right).
    probability: 0.45,
    // A rare condition with good evidence stays possible, not likely; it may still stand clear of all others.
    evidence: { ratio: 4.5, probability: 0.2 },
    ahead: 2,
    // Less than two fifths of the picture accounted for: something else is going on.
    explains: 0.4,
    // As likely as not, by evidence that the first does not account for, as strong as a description may be.
    second: { probability: 0.5, ratio: 3 },
  },
};
