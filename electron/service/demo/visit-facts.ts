import { type Catalogue, catalogue as ours } from '../../../shared/findings/catalogue.ts';
import type { AnyFindingFacts } from '../../../shared/findings/facts.ts';
import type { SamplePatient } from './sample-patient.ts';

/** A walking test is of its own day, like every number. */
const doneAnew = 'walk';

/**
 * What was known at each visit, in the order of the visits. A visit repeats the answers of the one before and changes those that it names;
 * a number or a walking test holds for its own day only.
 */
export function visitFacts({ background, visits }: SamplePatient, catalogue: Catalogue = ours): readonly AnyFindingFacts[] {
  let before = background;
  return visits.map(({ findings }) => {
    const facts = { ...before, ...findings };
    const lasts = ([id, value]: [string, unknown]) => typeof value !== 'number' && catalogue.byId.get(id)?.section !== doneAnew;
    before = Object.fromEntries(Object.entries(facts).filter(lasts));
    return facts;
  });
}
