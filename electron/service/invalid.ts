import { Failure } from '../../shared/contract/failure.ts';
import type { ValueProblem } from '../../shared/findings/check-value.ts';
import { createWords, type MessageValues } from '../../shared/messages/words.ts';

const words = createWords();
type Limit =
  | 'range'
  | 'whole'
  | 'option'
  | 'option-once'
  | 'not-ahead'
  | 'not-before-birth'
  | 'not-before-start'
  | 'other-record'
  | 'agreement-needed'
  | 'reason-needed'
  | 'conclusion-needed';

/** The failure that names a field and the bound it broke, in words. */
export function invalid(field: string, limit: Limit | null = null, values?: MessageValues): Failure {
  return new Failure('invalid', { field, limit: limit === null ? null : words.say(`limit.${limit}`, values) });
}

/** The same for a value that the catalogue refuses: the finding and its bounds, never the value. */
export function invalidValue(problem: ValueProblem): Failure {
  switch (problem.code) {
    case 'impossible': {
      const [low, high] = problem.possible;
      return invalid(problem.finding, 'range', { low, high, unit: problem.unit ?? 'none' });
    }
    case 'not-whole':
      return invalid(problem.finding, 'whole');
    case 'option-twice':
      return invalid(problem.finding, 'option-once');
    case 'unknown-option':
      return invalid(problem.finding, 'option');
    case 'wrong-type':
    case 'unknown-finding':
    case 'value-without-knowledge':
      return invalid(problem.finding);
  }
}
