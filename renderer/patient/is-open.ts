import type { Patient } from '../../shared/contract/patients.ts';

/** Whether anything may be added to the record: not before it is read, and not once it was merged into another one. */
export function isOpen(patient: Patient | undefined): patient is Patient {
  return patient !== undefined && patient.mergedInto === null;
}

/** Whether anything falls due: in an open record of somebody living. */
export function fallsDue(patient: Patient | undefined): boolean {
  return isOpen(patient) && patient.deceasedOn === null;
}
