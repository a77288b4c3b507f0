import type { documentKinds } from '../../shared/contract/documents.ts';
import { report } from '../../shared/report/assessment-report.ts';
import { blankIntake } from '../../shared/report/blank-intake.ts';
import type { SheetDocument } from '../../shared/report/document.ts';
import { patientHandout } from '../../shared/report/patient-handout.ts';
import { type RecordForReport, reportInputOf } from '../../shared/report/report-input-of.ts';

export type SheetKind = SheetDocument['kind'] & (typeof documentKinds)[number];
export const sheetKinds = ['assessment-report', 'patient-handout', 'blank-intake'] as const satisfies readonly SheetKind[];

/** The sheet of a kind, made of the record as it stands. */
export function sheetDocument(kind: SheetKind, record: RecordForReport): SheetDocument & { readonly kind: SheetKind } {
  const input = reportInputOf(record);
  switch (kind) {
    case 'assessment-report':
      return report(input);
    case 'patient-handout':
      return patientHandout(input);
    case 'blank-intake':
      return blankIntake({
        patient: input.patient,
        practiceName: input.practiceName,
        words: input.words,
        catalogue: input.rules.catalogue,
      });
  }
}
