import type { AnyFindingFacts } from '../../../shared/findings/facts.ts';
import type { SamplePatient } from './sample-patient.ts';

/**
 * What was known at each visit, in the order of the visits. A visit repeats the answers of the one before and changes those that it names;
 * a number holds for its own day only.
 */
export function visitFacts({ background, visits }: Pick<SamplePatient, 'background' | 'visits'>): readonly AnyFindingFacts[] {
  let before = background;
  return visits.map(({ findings }) => {
    const facts = { ...before, ...findings };
    before = Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value !== 'number'));
    return facts;
  });
}
