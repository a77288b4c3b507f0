import { readAssessment } from '../../db/assessments.ts';
import { recordOutput } from '../../db/records.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import { type Desk, writing } from './desk.ts';

/** A name that every file system takes and that leads to no other folder. */
function plainName(suggested: string): string {
  const plain = suggested.replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ').trim();
  return `${plain.replace(/^\.+/u, '').replace(/\.pdf$/iu, '') || 'Cauda'}.pdf`;
}

export function documentsHandlers(desk: Desk): Handlers<Contract, Caller>['documents'] {
  return {
    print: async (_input, { host }) => {
      await host.print();
      return {};
    },
    savePdf: async ({ suggestedName }, { host }) => ({ saved: await host.savePdf(plainName(suggestedName)) }),
    recordOutput: ({ kind, assessmentId, how }, caller) => {
      const { store, act } = writing(desk, caller);
      const patientId = assessmentId === null ? null : readAssessment(store.reading, assessmentId).patientId;
      recordOutput(store, act, { kind, assessmentId, patientId, how });
      return {};
    },
  };
}
