import { expect, test } from 'vitest';
import {
  detailsOfTreatmentForm,
  newTreatmentForm,
  treatmentFormOf,
  treatmentFormProblems,
} from '../../../../renderer/treatment/treatment-form-values.ts';
import { inOrder, whenWords } from '../../../../renderer/treatment/treatment-words.ts';
import { treatmentDetails } from '../../../../shared/contract/treatments.ts';
import { createWords } from '../../../../shared/messages/words.ts';
import { pathwayOf } from '../../../../shared/treatment/pathways.ts';

const words = createWords();
const today = '2026-11-24';
const exercise = pathwayOf('neurogenic-claudication/physical-therapy-and-home-exercise');

test('a step of the ladder brings its name, its usual dose and its review', () => {
  expect(newTreatmentForm(exercise, today)).toMatchObject({
    name: exercise?.name,
    dose: exercise?.dose,
    startedOn: today,
    reviewOn: '2027-01-05',
  });
});

test('a form without problems is what the contract takes; the ladder gives the step', () => {
  const form = newTreatmentForm(exercise, today);
  expect(treatmentFormProblems(form, today)).toEqual({});
  const details = detailsOfTreatmentForm(form, null);
  expect(treatmentDetails.parse(details)).toEqual(details);
  expect(details).toMatchObject({ step: 1, endedOn: null, response: null });
});

test('what is in the record comes back unchanged', () => {
  const details = {
    pathway: null,
    name: 'Heat packs',
    step: null,
    dose: '',
    startedOn: '2026-01-05',
    endedOn: '2026-02-01',
    response: 'unchanged' as const,
    responseNote: 'pleasant',
    reviewOn: null,
  };
  const form = treatmentFormOf({ ...details, id: '', patientId: '', version: 1, personName: '' });
  expect(detailsOfTreatmentForm(form, null)).toEqual(details);
});

test('days that cannot be are said at their field', () => {
  const form = { ...newTreatmentForm(undefined, today), name: 'Heat' };
  expect(treatmentFormProblems({ ...form, startedOn: '2026-11-25' }, today)).toEqual({ startedOn: 'treatment-form.begins-ahead' });
  expect(treatmentFormProblems({ ...form, endedOn: '2026-11-01' }, today)).toEqual({ endedOn: 'treatment-form.ends-before' });
  expect(treatmentFormProblems({ ...form, reviewOn: 'soon' }, today)).toEqual({ reviewOn: 'treatment-form.day-wrong' });
  expect(treatmentFormProblems({ ...form, name: ' ' }, today)).toEqual({ name: 'treatment-form.needed' });
});

test('what goes on stands first, then what ended last', () => {
  const each = (id: string, startedOn: string, endedOn: string | null) => ({
    ...treatmentFormOfNothing,
    id,
    startedOn,
    endedOn,
  });
  expect(
    inOrder([each('a', '2026-01-01', '2026-02-01'), each('b', '2025-01-01', null), each('c', '2026-05-01', '2026-05-01')]).map(
      ({ id }) => id,
    ),
  ).toEqual(['b', 'c', 'a']);
});

const treatmentFormOfNothing = {
  patientId: '',
  version: 1,
  personName: '',
  pathway: null,
  name: '',
  step: null,
  dose: '',
  response: null,
  responseNote: '',
  reviewOn: null,
};

test('a single event has one day', () => {
  expect(whenWords({ startedOn: '2026-05-01', endedOn: '2026-05-01' }, words)).toBe('1-May-2026');
  expect(whenWords({ startedOn: '2026-05-01', endedOn: null }, words)).toBe('since 1-May-2026');
  expect(whenWords({ startedOn: '2026-05-01', endedOn: '2026-06-01' }, words)).toBe('1-May-2026 to 1-Jun-2026');
});
