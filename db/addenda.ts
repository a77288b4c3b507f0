import { asc, eq, sql } from 'drizzle-orm';
import type { Assessment } from '../shared/contract/assessments.ts';
import { type Reading, reads } from './connection/handles.ts';
import { momentText } from './moment.ts';
import { addendum, person } from './schema/tables.ts';

const lookUp = reads((orm) => ({
  ofAssessment: orm
    .select({ id: addendum.id, text: addendum.text, personName: person.name, at: addendum.at, atOffset: addendum.atOffset })
    .from(addendum)
    .innerJoin(person, eq(person.key, addendum.personKey))
    .where(eq(addendum.assessmentKey, sql.placeholder('assessmentKey')))
    .orderBy(asc(addendum.key))
    .prepare(),
}));

/** What was added after signing, oldest first. */
export function addendaOf(reading: Reading, assessmentKey: number): Assessment['addenda'] {
  return lookUp(reading)
    .ofAssessment.all({ assessmentKey })
    .map(({ at, atOffset, ...rest }) => ({ ...rest, at: momentText(at, atOffset) }));
}
