import type { PatientDetails } from '../../../shared/contract/patients.ts';

/** A patient as registered; each test changes what it is about. */
export function details(changes: Partial<PatientDetails> = {}): PatientDetails {
  return {
    familyName: 'Müller',
    givenName: 'Grete',
    birthDate: '1950-03-12',
    sex: 'female',
    recordNumber: '',
    identifiers: [],
    deceasedOn: null,
    phone: '+49 171 555-12',
    email: '',
    address: '',
    warnings: [{ kind: 'allergy', text: 'Penicillin' }],
    note: '',
    ...changes,
  };
}

/** A treatment as begun, with nothing told of it yet. */
export const treatment = {
  pathway: null,
  name: 'Exercise',
  step: 1,
  dose: '',
  startedOn: '2026-11-21',
  endedOn: null,
  response: null,
  responseNote: '',
  reviewOn: null,
};
