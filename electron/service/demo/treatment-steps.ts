import type { TreatmentDetails } from '../../../shared/contract/treatments.ts';
import pathways from '../../../shared/evidence/tables/pathways.json' with { type: 'json' };
import type { SampleCalendar } from './sample-calendar.ts';
import type { SamplePatient, SampleTreatment } from './sample-patient.ts';

/** What stands in the record from so many days ago on. */
export interface TreatmentStep {
  readonly daysAgo: number;
  readonly details: TreatmentDetails;
}

const pathwayRows = new Map(pathways.map((row) => [row.id, row]));

/** The visit at which the response was judged: the last one while it goes on, else the first after its end. */
function judgedDaysAgo({ startedDaysAgo, endedDaysAgo }: SampleTreatment, { visits }: SamplePatient): number {
  const after = visits.map(({ daysAgo }) => daysAgo).filter((daysAgo) => daysAgo < startedDaysAgo);
  if (endedDaysAgo === undefined) return after.at(-1) ?? 0;
  return after.find((daysAgo) => daysAgo <= endedDaysAgo) ?? endedDaysAgo;
}

/** How a treatment entered the record: begun, and later judged and ended where it was. */
export function treatmentSteps(treatment: SampleTreatment, patient: SamplePatient, calendar: SampleCalendar): readonly TreatmentStep[] {
  const { pathway, startedDaysAgo, endedDaysAgo, response, reviewInDays } = treatment;
  const row = pathway === undefined ? undefined : pathwayRows.get(pathway);
  const name = treatment.name ?? row?.name;
  if (name === undefined) throw new Error(`A sample treatment without a name: ${patient.recordNumber}`);
  const begun: TreatmentDetails = {
    pathway: pathway ?? null,
    name,
    step: treatment.step ?? row?.step ?? null,
    dose: treatment.dose,
    startedOn: calendar.day(startedDaysAgo),
    endedOn: null,
    response: null,
    responseNote: '',
    reviewOn: null,
  };
  const now: TreatmentDetails = {
    ...begun,
    endedOn: endedDaysAgo === undefined ? null : calendar.day(endedDaysAgo),
    response: response ?? null,
    responseNote: treatment.responseNote,
    reviewOn: reviewInDays === undefined ? null : calendar.dayAhead(reviewInDays),
  };
  if (response === undefined) return [{ daysAgo: startedDaysAgo, details: now }];
  return [
    { daysAgo: startedDaysAgo, details: begun },
    { daysAgo: judgedDaysAgo(treatment, patient), details: now },
  ];
}
