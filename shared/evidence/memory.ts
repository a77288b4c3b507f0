import type { FindingValue } from '../findings/finding.ts';
import type { Tri } from './three-valued.ts';

/** A value by slot: what is known, `undefined` where it is not. */
export type Known = FindingValue | undefined;

/** The working memory of a program: values by slot (facts, derived numbers, scores), truths by node. */
export interface Memory {
  readonly values: Known[];
  readonly truths: Tri[];
}

/** One step of a program: reads values and truths of earlier steps, writes one of its own. */
export type Step = (memory: Memory) => void;
