import type { PatientDetails } from '../../../shared/contract/patients.ts';

/** Who a crash run registers: nobody in particular. */
export const nobody: PatientDetails = {
  familyName: 'F',
  givenName: 'G',
  birthDate: '1950-01-01',
  sex: 'other',
  recordNumber: '',
  identifiers: [],
  deceasedOn: null,
  phone: '',
  email: '',
  address: '',
  warnings: [],
  note: '',
};
