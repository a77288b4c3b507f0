import type { FindingValue } from '../findings/finding.ts';

/** A value by slot: what is known, `undefined` where it is not. */
export type Known = FindingValue | undefined;

/** The working memory of a program: values by slot (facts, derived numbers, scores), truths by node. */
export interface Memory {
  readonly values: Known[];
  readonly truths: Truths;
}

/** Truths by node: 0 absent, 1 unknown, 2 present. */
type Truths = Uint8Array;

/** One step of a program: reads values and truths of earlier steps, writes one of its own. */
export type Step = (memory: Memory) => void;
