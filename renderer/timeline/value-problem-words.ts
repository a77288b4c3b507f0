import type { EnteredProblem } from '../../shared/findings/entered-value.ts';
import type { NumberFinding } from '../../shared/findings/finding.ts';
import type { ScreenWords } from '../app/words/use-words.ts';

/** Why what was typed is no value of this measure, naming it, its bounds and what was kept. */
export function valueProblemWords(
  problem: EnteredProblem,
  finding: NumberFinding,
  typed: string,
  { say, sayOf }: Pick<ScreenWords, 'say' | 'sayOf'>,
): string {
  switch (problem.code) {
    case 'unknown-unit':
      return say('measure.unknown-unit', { units: problem.units.join(', ') });
    case 'impossible': {
      const [low, high] = problem.possible;
      return say('measure.impossible', { name: sayOf(`finding.${finding.id}`), typed, low, high, unit: finding.unit ?? 'none' });
    }
    case 'not-whole':
      return say('measure.not-whole');
    default:
      return say(typed.trim() === '' ? 'measure.needed' : 'measure.not-a-number');
  }
}
