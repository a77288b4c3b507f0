import { dayAfter, daysBetween } from '../../shared/calendar/days.ts';
import type { Treatment, TreatmentDetails } from '../../shared/contract/treatments.ts';
import { isCalendarDate } from '../../shared/findings/demographics.ts';
import type { MessageId } from '../../shared/messages/words.ts';
import { type Pathway, pathwayOf } from '../../shared/treatment/pathways.ts';

/** What stands in the form; days as typed, empty where none. */
export interface TreatmentFormValues {
  pathway: string;
  name: string;
  dose: string;
  startedOn: string;
  endedOn: string;
  response: TreatmentDetails['response'] | '';
  responseNote: string;
  reviewOn: string;
}

/** A new treatment: a step of the ladder with its usual dose and review, or an empty form. */
export function newTreatmentForm(pathway: Pathway | undefined, today: string): TreatmentFormValues {
  return {
    pathway: pathway?.id ?? '',
    name: pathway?.name ?? '',
    dose: pathway?.dose ?? '',
    startedOn: today,
    endedOn: '',
    response: '',
    responseNote: '',
    reviewOn: pathway === undefined || pathway.reviewWeeks === null ? '' : dayAfter(today, pathway.reviewWeeks, 'w'),
  };
}

export function treatmentFormOf(treatment: Treatment): TreatmentFormValues {
  const { pathway, name, dose, startedOn, endedOn, response, responseNote, reviewOn } = treatment;
  return {
    pathway: pathway ?? '',
    name,
    dose,
    startedOn,
    endedOn: endedOn ?? '',
    response: response ?? '',
    responseNote,
    reviewOn: reviewOn ?? '',
  };
}

/** Why the form cannot be saved yet, by field; empty where it can. */
export function treatmentFormProblems(values: TreatmentFormValues, today: string): Readonly<Record<string, MessageId>> {
  const problems: Record<string, MessageId> = {};
  if (values.name.trim() === '') problems.name = 'treatment-form.needed';
  if (!isCalendarDate(values.startedOn)) problems.startedOn = 'treatment-form.day-wrong';
  else if (daysBetween(values.startedOn, today) < 0) problems.startedOn = 'treatment-form.begins-ahead';
  if (values.endedOn !== '') {
    if (!isCalendarDate(values.endedOn)) problems.endedOn = 'treatment-form.day-wrong';
    else if (values.endedOn < values.startedOn) problems.endedOn = 'treatment-form.ends-before';
  }
  if (values.reviewOn !== '' && !isCalendarDate(values.reviewOn)) problems.reviewOn = 'treatment-form.day-wrong';
  return problems;
}

/** What is sent, once there are no problems; `step` follows the ladder's row, else stays what it was. */
export function detailsOfTreatmentForm(values: TreatmentFormValues, step: number | null): TreatmentDetails {
  const pathway = values.pathway === '' ? null : values.pathway;
  return {
    pathway,
    name: values.name.trim(),
    step: pathwayOf(pathway)?.step ?? step,
    dose: values.dose.trim(),
    startedOn: values.startedOn,
    endedOn: values.endedOn === '' ? null : values.endedOn,
    response: values.response === '' ? null : values.response,
    responseNote: values.responseNote,
    reviewOn: values.reviewOn === '' ? null : values.reviewOn,
  };
}
