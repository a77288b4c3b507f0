import { listPatients, lookAlikes } from '../../db/patient-list.ts';
import { createPatient, readPatient, updatePatient } from '../../db/patients.ts';
import { openRecord } from '../../db/records.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import { assertBirthDate } from './days.ts';
import { type Desk, reading, today, writing } from './desk.ts';

export function patientsHandlers(desk: Desk): Handlers<Contract, Caller>['patients'] {
  return {
    list: (input) => listPatients(reading(desk), { ...input, today: today(desk) }),
    open: ({ patientId }, caller) => {
      const { store, act } = writing(desk, caller);
      return readPatient(openRecord(store, act, patientId), patientId);
    },
    create: ({ details, idempotencyId }, caller) => {
      assertBirthDate(details.birthDate, today(desk));
      const { store, act } = writing(desk, caller, idempotencyId);
      return createPatient(store, act, details);
    },
    update: ({ idempotencyId, ...input }, caller) => {
      assertBirthDate(input.details.birthDate, today(desk));
      const { store, act } = writing(desk, caller, idempotencyId);
      return updatePatient(store, act, input);
    },
    lookAlikes: (input) => ({ rows: lookAlikes(reading(desk), input) }),
  };
}
