import { listMeasurements, recordMeasurement } from '../../db/measurements.ts';
import { readPatient } from '../../db/patients.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import { valueProblem } from '../../shared/findings/check-value.ts';
import type { Caller } from './caller.ts';
import { assertNotAhead, assertNotBefore } from './days.ts';
import { type Desk, reading, readingRecord, today, writing } from './desk.ts';
import { invalid, invalidValue } from './invalid.ts';

/** @throws Failure `invalid` where the catalogue knows no such number */
function assertValue({ catalogue }: Desk, id: string, value: number): void {
  const finding = catalogue.byId.get(id);
  if (finding === undefined || (finding.type !== 'number' && finding.type !== 'integer')) throw invalid('finding');
  const problem = valueProblem(finding, value);
  if (problem !== null) throw invalidValue(problem);
}

export function measurementsHandlers(desk: Desk): Handlers<Contract, Caller>['measurements'] {
  return {
    list: (input, caller) => ({ rows: listMeasurements(readingRecord(desk, caller, input.patientId), input) }),
    record: ({ idempotencyId, ...input }, caller) => {
      assertValue(desk, input.finding, input.value);
      assertNotAhead('on', input.on, today(desk));
      assertNotBefore('on', input.on, readPatient(reading(desk), input.patientId).birthDate, 'not-before-birth');
      const { store, act } = writing(desk, caller, idempotencyId);
      return recordMeasurement(store, act, input);
    },
  };
}
