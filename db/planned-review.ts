import { type Reading, sqlReads } from './connection/handles.ts';

const lookUp = sqlReads((prepare) => ({
  ofPatient: prepare(
    `select json_extract(content, '$.reviewOn') as reviewOn from assessment join conclusion on conclusion.assessment_key = assessment.key
     where patient_key = ? and json_extract(content, '$.agreement') <> 'open'
     order by on_day desc, assessment.key desc, conclusion.key desc limit 1`,
  ),
}));

/** The review that the newest concluded assessment plans; null where none does. For a list row that showed none for a while. */
export function plannedReview(reading: Reading, patientKey: number): string | null {
  const row = lookUp(reading).ofPatient.get(patientKey) as { readonly reviewOn: string | null } | undefined;
  return row?.reviewOn ?? null;
}
