import { holdersOf } from '../../db/identifiers.ts';
import { lookAlikes } from '../../db/look-alikes.ts';
import { mergePatient, separatePatient } from '../../db/merging.ts';
import { listPatients } from '../../db/patient-list.ts';
import { createPatient, readPatient, updatePatient } from '../../db/patients.ts';
import { openRecord } from '../../db/records.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { PatientDetails, PatientRow } from '../../shared/contract/patients.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import { assertBirthDate, assertNotAhead, assertNotBefore } from './days.ts';
import { type Desk, reading, today, writing } from './desk.ts';
import { invalid } from './invalid.ts';

/** @throws Failure `invalid` where nobody can have lived so */
function assertLifetime({ birthDate, deceasedOn }: PatientDetails, on: string): void {
  if (deceasedOn !== null) {
    assertNotAhead('deceasedOn', deceasedOn, on);
    assertNotBefore('deceasedOn', deceasedOn, birthDate, 'not-before-birth');
  }
  assertBirthDate(birthDate, deceasedOn ?? on);
}

const eachOnce = (rows: readonly PatientRow[]) => [...new Map(rows.map((row) => [row.id, row])).values()];

export function patientsHandlers(desk: Desk): Handlers<Contract, Caller>['patients'] {
  return {
    list: (input) => listPatients(reading(desk), { ...input, today: today(desk) }),
    open: ({ patientId }, caller) => {
      const { store, act } = writing(desk, caller);
      return readPatient(openRecord(store, act, patientId), patientId);
    },
    create: ({ details, idempotencyId }, caller) => {
      assertLifetime(details, today(desk));
      const { store, act } = writing(desk, caller, idempotencyId);
      return createPatient(store, act, details);
    },
    update: ({ idempotencyId, ...input }, caller) => {
      assertLifetime(input.details, today(desk));
      const { store, act } = writing(desk, caller, idempotencyId);
      return updatePatient(store, act, input);
    },
    merge: ({ idempotencyId, ...input }, caller) => {
      if (input.patientId === input.intoId) throw invalid('intoId', 'other-record');
      const { store, act } = writing(desk, caller, idempotencyId);
      return mergePatient(store, act, input);
    },
    separate: ({ idempotencyId, ...input }, caller) => {
      const { store, act } = writing(desk, caller, idempotencyId);
      return separatePatient(store, act, input);
    },
    lookAlikes: ({ identifiers, ...input }) => ({
      rows: eachOnce([...holdersOf(reading(desk), identifiers), ...lookAlikes(reading(desk), input)]),
    }),
  };
}
