import type { CaseProblem } from '../../../shared/findings/case-file.ts';
import type { Words } from '../../../shared/messages/words.ts';

/** Why a case is refused, in words. */
export function sayProblem(problem: CaseProblem, words: Words): string {
  const id = `classify.problem.${problem.code}`;
  switch (problem.code) {
    case 'impossible':
      return words.sayOf(id, {
        finding: problem.finding,
        low: String(problem.possible[0]),
        high: String(problem.possible[1]),
        unit: problem.unit === null ? '' : ` ${problem.unit}`,
      });
    case 'unknown-option':
      return words.sayOf(id, { finding: problem.finding, options: problem.options.join(', ') });
    case 'wrong-field':
      return words.sayOf(id, { field: problem.field, allowed: problem.allowed.join(', ') });
    default:
      return words.sayOf(id, { ...problem });
  }
}
