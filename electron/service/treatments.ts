import { addTreatment, listTreatments, updateTreatment } from '../../db/treatments.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { TreatmentDetails } from '../../shared/contract/treatments.ts';
import type { Caller } from './caller.ts';
import { assertNotBefore } from './days.ts';
import { type Desk, readingRecord, writing } from './desk.ts';

function assertDays({ startedOn, endedOn, reviewOn }: TreatmentDetails): void {
  assertNotBefore('endedOn', endedOn, startedOn, 'not-before-start');
  assertNotBefore('reviewOn', reviewOn, startedOn, 'not-before-start');
}

export function treatmentsHandlers(desk: Desk): Handlers<Contract, Caller>['treatments'] {
  return {
    list: ({ patientId }, caller) => ({ rows: listTreatments(readingRecord(desk, caller, patientId), patientId) }),
    add: ({ idempotencyId, ...input }, caller) => {
      assertDays(input.details);
      const { store, act } = writing(desk, caller, idempotencyId);
      return addTreatment(store, act, input);
    },
    update: ({ idempotencyId, ...input }, caller) => {
      assertDays(input.details);
      const { store, act } = writing(desk, caller, idempotencyId);
      return updateTreatment(store, act, input);
    },
  };
}
