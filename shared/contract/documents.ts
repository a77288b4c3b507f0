import { z } from 'zod';
import { procedure } from './procedure.ts';
import { id, nothing } from './values.ts';

/** Sheets with a patient's data, made of one assessment. */
export const documentKinds = ['assessment-report', 'patient-handout', 'blank-intake', 'compare'] as const;
/** Sheets of the practice: a rehearsal's certificate, and the recovery key. */
const practiceSheetKinds = ['certificate', 'recovery-key'] as const;

/** What leaves the screen. */
const sheet = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(documentKinds), assessmentId: id }),
  z.object({ kind: z.enum(practiceSheetKinds), assessmentId: z.null() }),
]);
export type Sheet = z.infer<typeof sheet>;

/** Each but `screenPrinted` writes its audit row before anything leaves; where that cannot be written, the call fails and nothing leaves. */
export const documents = {
  /** Prints the page that the window shows. `window`: this host prints nothing, and the window does it now, by itself. */
  print: procedure('unlocked', z.object({ sheet }), z.object({ by: z.enum(['host', 'window']) })),
  /** False where the person thought better of it; `host-cannot` in a browser, whose print dialog saves files. */
  savePdf: procedure('unlocked', z.object({ sheet, suggestedName: z.string().max(120) }), z.object({ saved: z.boolean() })),
  /** The browser prints the screen by its own menu, which no program can forbid: told of as it happens, with the patient who is shown. */
  screenPrinted: procedure('unlocked', z.object({ patientId: id.nullable() }), nothing),
  /** The window puts the sheet on the clipboard as text once this has answered. */
  copyText: procedure('unlocked', z.object({ sheet }), nothing),
};
