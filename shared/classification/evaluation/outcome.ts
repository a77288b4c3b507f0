import type { CaseReference } from '../../findings/case-file.ts';
import type { CaseFacts } from '../../findings/facts.ts';
import type { ClassificationResult } from '../result.ts';

/** One case with its proven diagnosis and what the classification made of it. */
export interface EvaluatedCase {
  readonly id: string;
  readonly facts: CaseFacts;
  readonly reference: CaseReference;
  readonly result: ClassificationResult;
}

/** How a result stands to the reference; the definitions are those of the case format. */
export interface Outcome {
  readonly kind: 'right' | 'near' | 'wrong' | 'missed';
  readonly fullyRight: boolean;
  /** The reference is something else than the fourteen: left out of rankings and of what is decided. */
  readonly isOther: boolean;
  readonly isDecided: boolean;
  /** Place of the best of the reference's conditions among the fourteen, from 1. */
  readonly rank: number;
}

/** The fourteen conditions of a result, best first. */
export function ranked(result: ClassificationResult): readonly string[] {
  return result.differential.map((row) => row.condition).filter((condition) => condition !== 'other');
}

export function outcomeOf({ reference, result }: EvaluatedCase): Outcome {
  const concluded: readonly string[] = result.conclusion.conditions;
  const order = ranked(result);
  const isOther = reference.conditions.length === 1 && reference.conditions[0] === 'other';
  const isDecided = concluded.length > 0;
  const first = concluded[0];
  const isRight = first === undefined ? isOther : reference.conditions.includes(first);
  const isNear = !isDecided && order.slice(0, 2).some((condition) => reference.conditions.includes(condition));
  const same = concluded.length === reference.conditions.length && concluded.every((condition) => reference.conditions.includes(condition));
  const places = reference.conditions.map((condition) => order.indexOf(condition)).filter((place) => place >= 0);
  return {
    kind: isRight ? 'right' : isDecided ? 'wrong' : isNear ? 'near' : 'missed',
    fullyRight: same || (isOther && !isDecided),
    isOther,
    isDecided,
    rank: places.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...places) + 1,
  };
}
