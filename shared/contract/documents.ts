import { z } from 'zod';
import { procedure } from './procedure.ts';
import { id, nothing } from './values.ts';

export const documentKinds = ['assessment-report', 'patient-handout', 'blank-intake', 'compare'] as const;

export const documents = {
  /** Lets the host print or save the page that the window shows; the browser's host answers `host-cannot`, and the window prints itself. */
  print: procedure('unlocked', nothing, nothing),
  savePdf: procedure('unlocked', z.object({ suggestedName: z.string().max(120) }), z.object({ saved: z.boolean() })),
  /** That a sheet with a patient's data left the screen: an audit row. */
  recordOutput: procedure(
    'unlocked',
    z.object({ kind: z.enum(documentKinds), assessmentId: id.nullable(), how: z.enum(['printed', 'pdf', 'text']) }),
    nothing,
  ),
};
