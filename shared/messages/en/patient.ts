/** Words of the patient's screens: banner, overview, visits. */
export const patient = {
  'patient.name': '{family}, {given}',
  'patient.banner': 'Patient',
  'patient.born': '{day} ({years, number} y)',
  'patient.record': 'No. {number}',
  'patient.not-found': 'This record is no longer there. Go back to the list and open it again.',
} as const;
