import { readAssessment } from '../../db/assessments.ts';
import { readPatient } from '../../db/patients.ts';
import { recordOutput } from '../../db/records.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Sheet } from '../../shared/contract/documents.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import { type Desk, writing } from './desk.ts';

/** A name that every file system takes and that leads to no other folder. */
function plainName(suggested: string): string {
  const plain = suggested.replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ').trim();
  return `${plain.replace(/^\.+/u, '').replace(/\.pdf$/iu, '') || 'Cauda'}.pdf`;
}

export function documentsHandlers(desk: Desk): Handlers<Contract, Caller>['documents'] {
  /** What could not be told of does not leave. */
  function tell({ kind, assessmentId }: Sheet, how: 'printed' | 'pdf' | 'text', caller: Caller): void {
    const { store, act } = writing(desk, caller);
    const patientId = assessmentId === null ? null : readAssessment(store.reading, assessmentId).patientId;
    recordOutput(store, act, { kind, assessmentId, patientId, how });
  }

  return {
    print: async ({ sheet }, caller) => {
      tell(sheet, 'printed', caller);
      try {
        await caller.host.print();
        return { by: 'host' };
      } catch (error) {
        if (error instanceof Failure && error.code === 'host-cannot') return { by: 'window' };
        throw error;
      }
    },
    savePdf: async ({ sheet, suggestedName }, caller) => ({
      saved: await caller.host.savePdf(plainName(suggestedName), () => tell(sheet, 'pdf', caller)),
    }),
    screenPrinted: ({ patientId }, caller) => {
      const { store, act } = writing(desk, caller);
      const known = patientId === null ? null : readPatient(store.reading, patientId).id;
      recordOutput(store, act, { kind: 'screen', how: 'printed', assessmentId: null, patientId: known });
      return {};
    },
    copyText: ({ sheet }, caller) => {
      tell(sheet, 'text', caller);
      return {};
    },
  };
}
